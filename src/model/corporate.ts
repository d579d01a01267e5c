/** 小企业主 and 企业员工 are persons. */
const corporateTypes = /(?:对公|公司|企业|机构|单位|法人|同业)(?!主(?!体)|员工|职工|职员|高管|代表)|个体工商|^公$/u;
const corporateDocuments =
  /营业执照|社会信用代码|组织机构代码|机构信用代码|税务登记|法人证书|登记证书|社会团体|民办非企业|开户许可|批文/u;

/**
 * Whether 客户类型 or 证件类型 says that this is no private person; either alone is enough (§1.11, clarification 17).
 * 个体工商户 count as corporate: their accounts are 单位结算账户.
 * @example isCorporate(undefined, '营业执照') // => true
 * @example isCorporate('小企业主', undefined) // => false
 */
export function isCorporate(custType: string | undefined, idType: string | undefined): boolean {
  return (
    (custType !== undefined && corporateTypes.test(custType.trim())) ||
    (idType !== undefined && corporateDocuments.test(idType.trim()))
  );
}
