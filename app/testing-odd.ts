import fc from 'fast-check'
import type { FormSeen } from './testing-forms.ts'

/** What a form is sent with: every field with its values in the order they come, and a file where one may be put. */
export type Sent = {
  readonly path: string
  readonly fields: readonly (readonly [string, string])[]
  readonly files: readonly (readonly [string, File])[]
  /** As a piece of the page asks, which wants the part and not the whole. */
  readonly isIsland: boolean
  readonly lang: string
}

const numbers = [
  ...'NaN|Infinity|-0|-1|0|1|1e309|1e3|0x10|1,5|1.5| 5 |٣|½|+7|1_000|12 000|2147483647|2147483648|9007199254740993'.split(
    '|',
  ),
  ...'99999999999999999999|-9223372036854775809|0.000001'.split('|'),
  '1'.repeat(400),
]
const days = [
  ...'0000-00-00|0001-01-01|1799-12-31|1800-01-01|2027-02-29|2028-02-29|2027-03-28|2027-10-31|2026-13-01|2199-12-31'.split(
    '|',
  ),
  ...'2200-01-01|9999-12-31|-000001-01-01|+275760-09-13|31.4.2027|4/12/2026|tomorrow|2026-w01'.split('|'),
  ...'00:00|02:30|23:59|24:00|23:60|2027-03-28T02:30|2026-12-04T10:00:00Z'.split('|'),
]
const letters = [
  ...'\u0000|a\u0000b|\ud800|\udc00\ud800|\ufeff|\u202eabc|\u2066|\u200b|\u00a0|\u2800|\ufff9x|\uffff|\u001b[2J'.split(
    '|',
  ),
  ...'İ|ﬀ|ﷺ|e\u0301|한글|👩‍👩‍👧‍👦|🇩🇰|𝕏|\r\n|\r|\t\u000b\f'.split('|'),
  'x'.repeat(255),
  `a${'\u0301'.repeat(500)}`,
]
const words = [
  ...`<script>c()</script>|';--|"|\\|%|_|%00|%s|{{7*7}}|javascript:a()|data:text/html,a|//evil.example|&a=b|?|#|-|.|..`.split(
    '|',
  ),
  ...'null|undefined|true|false|[]|{}|[object Object]|__proto__|constructor|../../etc|xn--a.example|http://[::1|https://'.split(
    '|',
  ),
  ...'a@b.c|Ola@Example.ORG|a@[127.0.0.1]|"a b"@c.de|https://example.org/?a=b'.split('|'),
  `${'a'.repeat(250)}@b.cd`,
]
const huge = ['a', 'å ', '\u0301', '😀', '\n', '[['].map((unit) => unit.repeat(9_000))
const nil = '00000000-0000-0000-0000-000000000000'
const ids = [nil, nil.replaceAll('0', 'f'), '019a0000-0000-7000-8000-000000000000', '{019a}']

/** A value that no page would send, or that does not belong here. */
function oddValue(elsewhere: readonly string[]): fc.Arbitrary<string> {
  return fc.oneof(
    { arbitrary: fc.constantFrom(...letters, ...words), weight: 5 },
    // The one sign no text of the database can hold: whoever lets it through learns it there.
    { arbitrary: fc.constantFrom('a\u0000b', '\u0000'), weight: 3 },
    { arbitrary: fc.constantFrom(...numbers), weight: 4 },
    { arbitrary: fc.constantFrom(...days), weight: 3 },
    { arbitrary: fc.constantFrom(...ids, ...elsewhere), weight: 3 },
    { arbitrary: fc.string({ unit: 'binary', maxLength: 40 }), weight: 2 },
    { arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }), weight: 2 },
    { arbitrary: fc.string({ size: 'medium' }), weight: 1 },
    { arbitrary: fc.constantFrom(...huge), weight: 1 },
  )
}

/** What somebody would send in this field: as it stands, what it offers, and words. */
function rightValue(form: FormSeen, name: string): fc.Arbitrary<string> {
  const text = form.texts.find((one) => one.name === name)
  const known = [form.sends[name] ?? [], form.boxes[name] ?? [], form.offers[name] ?? []].flat()
  if (!text) return fc.constantFrom(...(known.length > 0 ? known : ['']))
  const fitting = { number: ['5', '12', '4'], email: ['ola@example.org'], words: ['The quay, said in words.'] }[
    text.wants
  ]
  return fc.oneof(
    fc.constantFrom(...fitting, ...(text.value === '' ? [] : [text.value])),
    fc.nat(9_999).map((number) => (text.wants === 'words' ? `Words of number ${number}` : (fitting[0] ?? ''))),
  )
}

/** The values one name is sent with otherwise than it should be: odd, left out, doubled, or of another kind. */
function wrongValues(form: FormSeen, name: string, elsewhere: readonly string[]): fc.Arbitrary<readonly string[]> {
  const right = rightValue(form, name)
  const odd = oddValue(elsewhere)
  return fc.oneof(
    { arbitrary: odd.map((value) => [value]), weight: 6 },
    { arbitrary: fc.constant([]), weight: 1 },
    { arbitrary: fc.tuple(right, right), weight: 1 },
    { arbitrary: fc.tuple(right, odd, odd), weight: 1 },
  )
}

/**
 * Which names are sent wrong. Mostly one: where several are, the first that is refused hides what the others would do. A text
 * field rather than another, since those take most.
 */
function namesWrong(form: FormSeen, names: readonly string[]): fc.Arbitrary<ReadonlySet<string>> {
  if (names.length === 0) return fc.constant(new Set())
  const texts = form.texts.map(({ name }) => name).filter((name) => names.includes(name))
  return fc.oneof(
    { arbitrary: fc.constant(new Set<string>()), weight: 2 },
    { arbitrary: fc.constantFrom(...names).map((name) => new Set([name])), weight: 3 },
    { arbitrary: fc.constantFrom(...(texts.length > 0 ? texts : names)).map((name) => new Set([name])), weight: 3 },
    { arbitrary: fc.subarray([...names]).map((some) => new Set(some)), weight: 2 },
  )
}

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

function oddFile(): fc.Arbitrary<File> {
  const beginnings = [
    [],
    png,
    [0xff, 0xd8, 0xff],
    [0x25, 0x50, 0x44, 0x46, 0x2d],
    [0x50, 0x4b, 3, 4],
    [0xef, 0xbb, 0xbf],
    [0xff, 0xfe],
  ]
  const kinds = ['image/png', 'image/jpeg', 'application/pdf', 'text/csv', 'application/zip', '', 'x']
  return fc
    .tuple(
      fc.constantFrom(...beginnings),
      fc.oneof(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom('a;b\r\n1;2', '"', ',\n'.repeat(900)).map((text) => new TextEncoder().encode(text)),
      ),
      fc.constantFrom(...kinds),
      fc.constantFrom('a.png', 'a.csv', '../a', '\u202egnp.exe', '', 'å'.repeat(300)),
    )
    .map(([beginning, rest, type, name]) => new File([new Uint8Array(beginning), new Uint8Array(rest)], name, { type }))
}

/** Names no form has, or every object. */
const strayNames = [
  '__proto__',
  'constructor',
  'toString',
  'id',
  'jurisdiction',
  'account',
  '',
  'a[b]',
  'earlier',
  '\u0000',
]

/** The address itself, with one of its parts another: a number there is not, a name of elsewhere. */
function pathsNear(path: string, elsewhere: readonly string[]): fc.Arbitrary<string> {
  const parts = path.split('/')
  const changeable = parts.flatMap((part, at) =>
    at > 1 && (/\d/.test(part) || parts[at - 1] === 'problems') ? [at] : [],
  )
  if (changeable.length === 0) return fc.constant(path)
  const odd = fc.oneof(fc.constantFrom(...numbers, ...ids, ...elsewhere, '%ff', '%', 'x'), oddValue(elsewhere))
  const other = fc
    .tuple(fc.constantFrom(...changeable), odd)
    .map(([at, value]) => parts.with(at, encodeURIComponent(value.toWellFormed().slice(0, 500))).join('/'))
  return fc.oneof({ arbitrary: fc.constant(path), weight: 12 }, { arbitrary: other, weight: 1 })
}

/** One of these forms as people, programs and attackers would send it. `elsewhere`: ids and names of another place. */
export function oddly(forms: readonly FormSeen[], elsewhere: readonly string[]): fc.Arbitrary<Sent> {
  return fc.constantFrom(...forms).chain((form) => oneOddly(form, elsewhere))
}

function oneOddly(form: FormSeen, elsewhere: readonly string[]): fc.Arbitrary<Sent> {
  const names = [
    ...new Set([...Object.keys(form.sends), ...Object.keys(form.boxes), ...form.texts.map(({ name }) => name)]),
  ]
  const own = names.filter((name) => name !== 'form-token' && !form.files.includes(name))
  const valuesOf = (name: string, isWrong: boolean): fc.Arbitrary<readonly string[]> =>
    isWrong ? wrongValues(form, name, elsewhere) : rightValue(form, name).map((value) => [value])
  const fields = namesWrong(form, own)
    .chain((wrong) =>
      fc.tuple(
        ...own.map((name) =>
          valuesOf(name, wrong.has(name)).map((values) => values.map((value) => [name, value] as const)),
        ),
      ),
    )
    .map((sent) => sent.flat())
  const stray = fc.oneof(
    { arbitrary: fc.constant([]), weight: 8 },
    { arbitrary: fc.tuple(fc.constantFrom(...strayNames), oddValue(elsewhere)).map((one) => [one]), weight: 1 },
  )
  const files = fc.tuple(
    ...form.files.map((name) => fc.option(oddFile()).map((file) => (file ? [[name, file] as const] : []))),
  )
  return fc.record({
    path: pathsNear(form.path, elsewhere),
    fields: fc.tuple(fields, stray).map(([given, more]) => [...given, ...more]),
    files: files.map((given) => given.flat()),
    isIsland: fc.integer({ max: 9, min: 0 }).map((roll) => roll === 0),
    lang: fc.constantFrom('en', 'da'),
  })
}
