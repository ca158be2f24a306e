/** The nouns of the whole platform. Every id says which noun it names; mixing them does not compile. */
export const nouns = [
  'jurisdiction',
  'body',
  'person',
  'membership',
  'account',
  'delegation',
  'session',
  'passkey',
  'file',
  'event',
  'notice',
  'report',
  'problem',
  'framing',
  'sponsorship',
  'actor',
  'declaration',
  'support',
  'handover',
  'mandate',
  'moved-business',
  'profile',
  'application',
  'seat',
  'feature',
  'feature-value',
  'working-group',
  'group-report',
  'population',
  'appeal',
  'meeting',
  'item',
  'gathering',
  'encounter',
  'action',
  'material',
  'wish',
  'ground-rules',
  'question',
  'note',
  'evidence',
  'finding',
  'objection',
  'position',
  'reply',
  'consultation',
  'participant',
  'statement',
  'vote',
  'statement-position',
  'idea',
  'idea-objection',
  'comment',
  'recommendation',
  'section',
  'clause',
  'amendment',
  'remark',
  'counter-case',
  'package',
  'answer',
  'meeting-question',
  'referral',
  'check',
  'resolution',
  'commitment',
  'milestone',
  'pledge',
  'reopening',
  'monitor-word',
  'indicator',
  'measurement',
  'account-of-value',
] as const

export type Noun = (typeof nouns)[number]

declare const brand: unique symbol
export type Id<N extends Noun = Noun> = string & { readonly [brand]: N }

/** Any thing of the platform, as thread, notices and moderation name it. */
export type Thing<N extends Noun = Noun> = { readonly kind: N; readonly id: Id<N> }

// The time inside a v7 id would betray a person: votes, supports and the pseudonyms of a process get v4.
const timeless: ReadonlySet<Noun> = new Set<Noun>(['vote', 'support', 'participant'])

export function newId<N extends Noun>(noun: N): Id<N> {
  const uuid = timeless.has(noun) ? crypto.randomUUID() : uuidV7()
  return uuid as Id<N> // the one place where a plain string becomes an id
}

const uuidForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

/** Reads an id from a form or a file; undefined when it is not a UUID. Whether it exists is for the database to say. */
export function parseId<N extends Noun>(_noun: N, text: string | undefined): Id<N> | undefined {
  return text !== undefined && uuidForm.test(text) ? (text as Id<N>) : undefined
}

export function isNoun(text: string): text is Noun {
  return (nouns as readonly string[]).includes(text)
}

/** UUID version 7, RFC 9562 section 5.7: 48 bits of Unix milliseconds, then chance. */
function uuidV7(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const view = new DataView(bytes.buffer)
  const now = Date.now()
  view.setUint16(0, Math.floor(now / 2 ** 32))
  view.setUint32(2, now % 2 ** 32)
  view.setUint8(6, 0x70 | (view.getUint8(6) & 0x0f))
  view.setUint8(8, 0x80 | (view.getUint8(8) & 0x3f))
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
