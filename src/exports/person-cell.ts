// Columns such as 转介人 hold a number here and a name there.

interface Person {
  readonly no?: string;
  readonly name?: string;
}

/**
 * A cell that holds a 工号 or 客户号, or a name: what has a digit and no Han character is a number.
 * @example readPerson('0123') // => { no: '0123' }
 * @example readPerson('李四') // => { name: '李四' }
 */
export function readPerson(text: string): Person {
  return /\d/.test(text) && !/\p{Script=Han}/u.test(text) ? { no: text } : { name: text };
}
