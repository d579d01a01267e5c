// How the cells of a form look.
import type { FormCell, FormLook } from '../ledger/sheet.js';
import * as styles from './workbook-styles.js';

const { text: data } = styles.dataStyles;
const { text: input } = styles.inputStyles;

const grey = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFF2F2F2' } } as const;
const blue = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFD9E2F3' } } as const;

const { border = {} } = data;
const topLeft = { horizontal: 'left', vertical: 'top', wrapText: true, indent: 1 } as const;

const looks: Readonly<Record<Exclude<FormLook, 'data' | 'total'>, styles.CellStyle>> = {
  section: { ...styles.headingStyle, fill: blue, border },
  header: styles.headerStyle,
  inputHeader: styles.inputHeaderStyle,
  label: { ...data, fill: grey },
  line: data,
  box: { ...data, alignment: topLeft },
  signature: styles.signatureStyle,
};

const inputLooks: Readonly<Partial<Record<FormLook, styles.CellStyle>>> = {
  box: { ...input, alignment: topLeft },
};

/** A formula must not stand in a text cell: edited, it would become its own letters. */
const general = (style: styles.CellStyle): styles.CellStyle => ({ ...style, numFmt: 'General' });
const generalInput = general(input);
const generalLooks = new Map<styles.CellStyle, styles.CellStyle>();

function generalOf(style: styles.CellStyle): styles.CellStyle {
  const known = generalLooks.get(style) ?? general(style);
  generalLooks.set(style, known);
  return known;
}

export function formStyle({ look, format, input: isInput, formula }: FormCell): styles.CellStyle {
  if (isInput === true && look === 'data')
    return formula !== undefined && format === 'text' ? generalInput : styles.inputStyles[format];
  if (isInput === true) return inputLooks[look] ?? input;
  if (look === 'total') return styles.totalStyles[format];
  if (look === 'data') return (formula === undefined ? styles.dataStyles : styles.formulaStyles)[format];
  return formula === undefined ? looks[look] : generalOf(looks[look]);
}
