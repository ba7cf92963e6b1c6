import { bitsOf, eitherOf, signsOf } from './bits';
import { addEnds, beginEnds, endEnds, outside } from './ends';
import {
  beginText,
  BLANK,
  COMMA,
  continuations,
  CR,
  DASH,
  dashes,
  delimiter,
  digits,
  hanLeads,
  LF,
  odd,
  QUOTE,
  quotes,
  text,
  ZERO,
} from './text';

/** Looks at a text that stands at `text`, 64 bytes at a time. */

/** Says where its cells end, and of each of its bytes what it is to the lanes. */
export function look(length: i32): void {
  beginText(length);
  beginEnds();
  const delimiters = i8x16.splat(delimiter);
  const lineFeeds = i8x16.splat(LF);
  const returns = i8x16.splat(CR);
  const marks = i8x16.splat(QUOTE);
  const commas = i8x16.splat(COMMA);
  const ats = i8x16.splat(0x40);
  const ems = i8x16.splat(0x4d);
  const blanks = i8x16.splat(BLANK);
  const last = i8x16.splat(0x7e);
  const zeros = i8x16.splat(ZERO);
  const tens = i8x16.splat(10);
  const signs = i8x16.splat(DASH);
  const firstLead = i8x16.splat(<i8>0xe4);
  const leads = i8x16.splat(6);
  const noContinuation = i8x16.splat(<i8>0xc0);
  let blankBefore: u64 = 0;
  for (let at: i32 = 0; at <= length; at += 64) {
    const from = text + <usize>at;
    const a = v128.load(from);
    const b = v128.load(from, 16);
    const c = v128.load(from, 32);
    const d = v128.load(from, 48);
    const mark = signsOf(a, b, c, d, marks);
    const separators = signsOf(a, b, c, d, delimiters) | eitherOf(a, b, c, d, lineFeeds, returns);
    addEnds(at, separators & outside(at, mark, separators));
    const blank = signsOf(a, b, c, d, blanks);
    const personal = eitherOf(a, b, c, d, ats, ems);
    const beyond = bitsOf(
      v128.or(i8x16.lt_u(a, blanks), i8x16.gt_u(a, last)),
      v128.or(i8x16.lt_u(b, blanks), i8x16.gt_u(b, last)),
      v128.or(i8x16.lt_u(c, blanks), i8x16.gt_u(c, last)),
      v128.or(i8x16.lt_u(d, blanks), i8x16.gt_u(d, last)),
    );
    const digit = bitsOf(
      i8x16.lt_u(i8x16.sub(a, zeros), tens),
      i8x16.lt_u(i8x16.sub(b, zeros), tens),
      i8x16.lt_u(i8x16.sub(c, zeros), tens),
      i8x16.lt_u(i8x16.sub(d, zeros), tens),
    );
    const to = (<usize>at) >> 3;
    store<u64>(quotes + to, mark);
    store<u64>(
      odd + to,
      mark | personal | beyond | signsOf(a, b, c, d, commas) | (blank & ((blank << 1) | blankBefore)),
    );
    store<u64>(digits + to, digit);
    store<u64>(dashes + to, signsOf(a, b, c, d, signs));
    store<u64>(
      hanLeads + to,
      bitsOf(
        i8x16.lt_u(i8x16.sub(a, firstLead), leads),
        i8x16.lt_u(i8x16.sub(b, firstLead), leads),
        i8x16.lt_u(i8x16.sub(c, firstLead), leads),
        i8x16.lt_u(i8x16.sub(d, firstLead), leads),
      ),
    );
    store<u64>(
      continuations + to,
      bitsOf(
        i8x16.lt_s(a, noContinuation),
        i8x16.lt_s(b, noContinuation),
        i8x16.lt_s(c, noContinuation),
        i8x16.lt_s(d, noContinuation),
      ),
    );
    blankBefore = blank >> 63;
  }
  endEnds();
}

/** Says where its records end. */
export function lookForRecords(length: i32): void {
  beginText(length);
  beginEnds();
  const delimiters = i8x16.splat(delimiter);
  const lineFeeds = i8x16.splat(LF);
  const returns = i8x16.splat(CR);
  const marks = i8x16.splat(QUOTE);
  for (let at: i32 = 0; at <= length; at += 64) {
    const from = text + <usize>at;
    const a = v128.load(from);
    const b = v128.load(from, 16);
    const c = v128.load(from, 32);
    const d = v128.load(from, 48);
    const lineEnds = eitherOf(a, b, c, d, lineFeeds, returns);
    const separators = lineEnds | signsOf(a, b, c, d, delimiters);
    addEnds(at, lineEnds & outside(at, signsOf(a, b, c, d, marks), separators));
  }
  endEnds();
}
