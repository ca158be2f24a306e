/** A mail before it has a form: the same words as plain text and as HTML. */
export type Letter = {
  readonly lang: string
  /** What it is about, in a sentence; null: what is told says it itself. */
  readonly lead: string | null
  readonly parts: readonly LetterPart[]
  /** Why she gets it. */
  readonly why: string
  /** What she can do about it. */
  readonly ways: readonly LetterLink[]
}

/** What belongs to one case; without a title where it belongs to none. */
export type LetterPart = { readonly title: string | null; readonly news: readonly LetterNews[] }

export type LetterNews = { readonly text: string; readonly more: LetterLink }

export type LetterLink = { readonly label: string; readonly href: string }

/** Read in any program, aloud or on a watch: no line depends on how it looks. */
export function letterText({ lead, parts, why, ways }: Letter): string {
  const body = parts.map(({ title, news }) =>
    [title === null ? undefined : `* ${title}`, ...news.map(({ text, more }) => `${text}\n${more.label}: ${more.href}`)]
      .filter((line) => line !== undefined)
      .join('\n\n'),
  )
  const foot = ['-- ', why, ...ways.map(({ label, href }) => `${label}: ${href}`)].join('\n')
  return `${[lead, ...body, foot].filter((part) => part !== null).join('\n\n')}\n`
}

/** No picture, no style sheet, nothing that is loaded from anywhere: opening it tells nobody. */
export function letterHtml({ lang, lead, parts, why, ways }: Letter): string {
  const body = parts.map(
    ({ title, news }) =>
      `${title === null ? '' : `<h2 dir="auto" style="${heading}">${escaped(title)}</h2>`}` +
      `<ul style="${list}">${news.map(newsItem).join('')}</ul>`,
  )
  return [
    `<!doctype html><html lang="${escaped(lang)}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"></head>',
    `<body style="${page}"><div style="${column}">`,
    lead === null ? '' : `<p>${escaped(lead)}</p>`,
    ...body,
    `<div style="${foot}"><p>${escaped(why)}</p>`,
    ...ways.map((way) => `<p>${anchor(way)}</p>`),
    '</div></div></body></html>',
  ].join('\n')
}

const page = 'margin:0;padding:16px;font:16px/1.5 system-ui,sans-serif'
const column = 'max-width:34rem;margin:0 auto'
const heading = 'font-size:18px;line-height:1.3;margin:28px 0 8px'
const list = 'margin:0;padding:0;list-style:none'
const item = 'margin:0 0 16px'
const foot = 'margin-top:32px;padding-top:8px;border-top:1px solid #888;font-size:14px'

function newsItem({ text, more }: LetterNews): string {
  // The news itself is the link: a list of six times "Read on" helps nobody who has it read aloud.
  return `<li dir="auto" style="${item}">${anchor({ label: text, href: more.href })}</li>`
}

function anchor({ label, href }: LetterLink): string {
  return `<a href="${escaped(href)}">${escaped(label)}</a>`
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}
