// The licences of the packages whose code is in the bundle.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What may be passed on with this package, as long as its text comes along. */
const permissive = /^\(?(MIT|ISC|0BSD|BSD-[23]-Clause|Apache-2\.0|BlueOak-1\.0\.0|Zlib|Unlicense)\b/;
const texts = /^(licen[cs]e|copying|notice)(?!.*\.(js|ts|json)$)/i;
const line = '='.repeat(80);

/** The folder of the package that a module is of; none for our own. The bundler adds a few lines that are rolldown's. */
function packageOf(id) {
  if (id.startsWith('\0')) return join('node_modules', 'rolldown');
  return /^.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(id)?.[0];
}

function textsIn(folder) {
  const files = readdirSync(folder).filter((name) => texts.test(name));
  return files.sort().map((name) => readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n').trim());
}

function licenceOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  if (!permissive.test(license)) throw new Error(`${name} ${version} has the licence ${license}`);
  const found = textsIn(folder);
  const text = found.length > 0 ? found : [`No licence file. Author: ${author?.name ?? author}`];
  return [line, `${name} ${version}`, `License: ${license}`, line, '', ...text, ''].join('\n');
}

/** One text with the name, version and licences of all packages that the modules are of, in order. */
export function licencesOf(moduleIds) {
  const folders = new Set(moduleIds.map(packageOf).filter((folder) => folder !== undefined));
  const licences = new Set([...folders].map(licenceOf));
  return `taizhang contains code of these packages.\n\n${[...licences].sort().join('\n')}`;
}
