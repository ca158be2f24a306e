import type { Typed } from './testing.ts'

/** A form as it stands in markup: where it goes, what it sends untouched, and what a person may write into it. */
export type FormSeen = {
  /** Behind the language and the place. */
  readonly path: string
  readonly sends: Typed
  /** Boxes that are not ticked. */
  readonly boxes: Typed
  /** What each list, row of buttons or group of boxes lets one choose. */
  readonly offers: Readonly<Record<string, readonly string[]>>
  /** Where a file may be put. */
  readonly files: readonly string[]
  readonly texts: readonly TextSeen[]
}

export type TextSeen = {
  readonly name: string
  readonly value: string
  readonly mostLetters: number | null
  /** Told by the field itself; a phone shows the keyboard for it. */
  readonly wants: 'words' | 'number' | 'email'
}

const written = new Set(['text', 'search', 'email', 'url', 'tel', 'password'])

/** The forms of a page that are posted and have a field to write in. */
export function formsOf(html: string, home: string): readonly FormSeen[] {
  return postedForms(html, home).filter(({ texts }) => texts.length > 0)
}

/** The forms of a page that are posted, also those that are one button. */
export function postedForms(html: string, home: string): readonly FormSeen[] {
  return [...html.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].flatMap(([, head = '', inside = '']) => {
    const action = attribute(head, 'action')?.split('#')[0] ?? ''
    if (attribute(head, 'method') !== 'post' || !action.startsWith(home)) return []
    return [{ path: action.slice(home.length), ...fieldsOf(inside) }]
  })
}

function fieldsOf(inside: string): Omit<FormSeen, 'path'> {
  const sends: Record<string, string> = {}
  const boxes: Record<string, string> = {}
  const offers: Record<string, string[]> = {}
  const files: string[] = []
  const texts: TextSeen[] = []
  for (const [tag = '', content = ''] of controlsOf(inside)) {
    const name = attribute(tag, 'name')
    if (!name) continue
    const type = tag.startsWith('<textarea') ? 'text' : (attribute(tag, 'type') ?? 'text')
    const value = tag.startsWith('<textarea') ? unescaped(content) : (attribute(tag, 'value') ?? '')
    if (type === 'file') files.push(name)
    const offered = offeredBy(tag, { type, content, value })
    if (offered.length > 0) offers[name] = [...(offers[name] ?? []), ...offered]
    // How each voted may be left unsaid; once said, it has to add up.
    if (name.startsWith('named-')) sends[name] = ''
    else if (tag.startsWith('<select')) sends[name] = chosenOf(content)
    else if (tag.startsWith('<button')) sends[name] ??= value
    else if (type === 'radio') sends[name] = / checked\b/.test(tag) ? value : (sends[name] ?? value)
    else if (type === 'checkbox') {
      if (/ (checked|required)\b/.test(tag)) sends[name] = value || 'on'
      else boxes[name] = value || 'on'
    } else if (type === 'date') sends[name] = value || dayFor(name)
    else if (type === 'time')
      sends[name] = value || (name.startsWith('end') || name.startsWith('to') ? '19:00' : '17:00')
    else if (type === 'number') sends[name] = value || '1'
    else if (!written.has(type)) sends[name] = value
    else
      texts.push({ name, value, mostLetters: Number(attribute(tag, 'maxlength')) || null, wants: wantedBy(tag, type) })
  }
  return { sends, boxes, offers, files, texts }
}

type Control = { readonly type: string; readonly content: string; readonly value: string }

function offeredBy(tag: string, { type, content, value }: Control): readonly string[] {
  if (tag.startsWith('<select')) return optionsOf(content)
  if (type === 'radio' || type === 'checkbox') return [value || 'on']
  return tag.startsWith('<button') ? [value] : []
}

function wantedBy(tag: string, type: string): TextSeen['wants'] {
  if (type === 'email') return 'email'
  return /^(?:numeric|decimal)$/.test(attribute(tag, 'inputmode') ?? '') ? 'number' : 'words'
}

/** What was done was done by today; everything else lies ahead. */
function dayFor(name: string): string {
  const today = Temporal.Now.plainDateISO('UTC')
  return (/^(on|baselineOn|decidedOn|reachedOn)/.test(name) ? today : today.add({ days: 40 })).toString()
}

function controlsOf(inside: string): readonly (readonly [string, string])[] {
  const controls = /<(?:input|button)\b[^>]*>|(<textarea\b[^>]*>)(.*?)<\/textarea>|(<select\b[^>]*>)(.*?)<\/select>/gs
  return [...inside.matchAll(controls)].map((found) => [found[1] ?? found[3] ?? found[0], found[2] ?? found[4] ?? ''])
}

function chosenOf(options: string): string {
  return optionsOf(options).find((value) => value !== '') ?? ''
}

function optionsOf(options: string): readonly string[] {
  return [...options.matchAll(/<option\b[^>]*>/g)].map(([tag]) => attribute(tag, 'value') ?? '')
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]
  return value === undefined ? undefined : unescaped(value)
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
