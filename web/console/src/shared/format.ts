// Money is integer minor units (分), without float arithmetic; rates are decimals a year, as text; times are Shanghai's.
import { currentLang } from './words';

type Minor = number | bigint;
const ZONE = 'Asia/Shanghai';
export const NONE = '—';

const group = (digits: string) => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
const sign = (n: bigint) => (n < 0n ? '-' : '');
const absolute = (n: bigint) => (n < 0n ? -n : n);

/** ¥1,234,567.89 */
export function yuan(minor: Minor | null | undefined) {
  if (minor === null || minor === undefined) return NONE;
  const n = BigInt(minor), abs = absolute(n);
  return `${sign(n)}¥${group(String(abs / 100n))}.${String(abs % 100n).padStart(2, '0')}`;
}

/** For boards: ¥1,234.57 万, ¥12.84 亿 (English: M, B). Rounds half up, on integers. */
export function shortYuan(minor: Minor | null | undefined) {
  if (minor === null || minor === undefined) return NONE;
  const n = BigInt(minor), abs = absolute(n), zh = currentLang() === 'zh';
  const [large, largeWord, small, smallWord] = zh
    ? [100_000_000_00n, ' 亿', 10_000_00n, ' 万'] as const
    : [1_000_000_000_00n, 'B', 1_000_000_00n, 'M'] as const;
  const scaled = (unit: bigint, word: string) => {
    const hundredths = (abs * 100n + unit / 2n) / unit;
    return `${sign(n)}¥${group(String(hundredths / 100n))}.${String(hundredths % 100n).padStart(2, '0')}${word}`;
  };
  if (abs >= large) return scaled(large, largeWord);
  return abs >= small ? scaled(small, smallWord) : yuan(n);
}

/** What somebody types in yuan, in minor units; null where it is no amount. */
export function minorOf(text: string): number | null {
  const found = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text.replace(/[,，\s¥]/g, ''));
  return found ? Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0')) : null;
}

/** Minor units as somebody types them: 350000, 1234.50 */
export function typed(minor: number) {
  const cents = minor % 100;
  return cents ? `${Math.trunc(minor / 100)}.${String(cents).padStart(2, '0')}` : String(minor / 100);
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖', PLACES = ['', '拾', '佰', '仟'], GROUPS = ['', '万', '亿', '万亿'];

/** An amount in the capital numerals of Chinese papers: 叁拾伍万元整 */
export function capital(minor: number) {
  const yuanPart = String(Math.trunc(minor / 100)), jiao = Math.trunc(minor / 10) % 10, fen = minor % 10;
  let words = '', zero = false;
  for (const [at, digit] of [...yuanPart].entries()) {
    const place = yuanPart.length - 1 - at;
    if (digit === '0') zero = true;
    else {
      words += (zero && words ? '零' : '') + DIGITS[Number(digit)] + PLACES[place % 4];
      zero = false;
    }
    const lowest = yuanPart.length - 1 - place, first = Math.max(0, lowest - 3);
    if (place % 4 === 0 && place && /[1-9]/.test(yuanPart.slice(first, lowest + 1))) words += GROUPS[place / 4];
  }
  if (words) words += '元';
  if (!jiao && !fen) return `${words || '零元'}整`;
  const small = (jiao ? `${DIGITS[jiao]}角` : words ? '零' : '') + (fen ? `${DIGITS[fen]}分` : '');
  return words + small;
}

/** "0.0718" as 7.18% */
export function percent(rate: string | number | null | undefined, digits = 2) {
  return rate === null || rate === undefined ? NONE : `${(Number(rate) * 100).toFixed(digits)}%`;
}

export const count = (n: number | null | undefined) => (n === null || n === undefined ? NONE : group(String(n)));

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'short' });
const precise = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' });

/** 2026-11-23 18:04, in Shanghai whatever the machine says */
export const moment = (at: string | null | undefined) => (at ? clock.format(new Date(at)) : NONE);
export const exact = (at: string | null | undefined) => (at ? precise.format(new Date(at)) : NONE);
export const day = (at: string | null | undefined) => (at ? (at.length === 10 ? at : clock.format(new Date(at)).slice(0, 10)) : NONE);
export const clockTime = (at: string | null | undefined) => (at ? moment(at).slice(11) : NONE);
export const today = (now = new Date()) => clock.format(now).slice(0, 10);

export type Urgency = 'overdue' | 'soon' | 'today' | 'later';

/** How pressing a due time is: past, within two hours, today, later (console.md §2). */
export function urgency(due: string, now = new Date()): Urgency {
  const left = new Date(due).getTime() - now.getTime();
  if (left < 0) return 'overdue';
  if (left < 2 * 3_600_000) return 'soon';
  return day(due) === today(now) ? 'today' : 'later';
}

/** 剩 42 分, 已超时 40 分 */
export function timeLeft(due: string, now = new Date()) {
  const minutes = Math.floor((new Date(due).getTime() - now.getTime()) / 60_000), zh = currentLang() === 'zh';
  const abs = Math.abs(minutes), hours = Math.floor(abs / 60), days = Math.floor(hours / 24);
  const [amount, unit] = abs < 60 ? [abs, zh ? '分' : 'min'] : hours < 48 ? [hours, zh ? '小时' : 'h'] : [days, zh ? '天' : 'd'];
  if (minutes < 0) return zh ? `已超时 ${amount} ${unit}` : `${amount} ${unit} late`;
  return zh ? `剩 ${amount} ${unit}` : `${amount} ${unit} left`;
}
