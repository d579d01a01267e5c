// Whether a booking was made over the counter of this bank, from the text of its channel (DOMAIN.md §6.2).
import { readChannel } from '../exports/branch-codes.js';

const counter = /柜面|柜台|网点|高柜|低柜/;
/** Machines, screens and other banks' counters, which are called counters too: 智能柜台, 网点自助, 柜面通. */
const elsewhere =
  /非|离柜|智能|智慧|自助|超级|远程|视频|虚拟|空中|云柜|移动|网上|线上|电子|机(?!构)|他行|跨行|柜面通|ATM|VTM|STM|CRS|CDM|POS/i;

/**
 * Only the channel tells: cores write a teller's number into electronic bookings as well, so that a booking without channel is not
 * over the counter.
 * @example isCounter('01柜面') // => true
 * @example isCounter('智能柜台') // => false
 */
export function isCounter(channel: string | undefined): boolean {
  if (channel === undefined) return false;
  const text = channel.normalize('NFKC').replace(/\s+/g, '');
  return !elsewhere.test(text) && (counter.test(text) || readChannel(text) === '柜面');
}
