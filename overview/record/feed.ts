export type Feed = {
  readonly lang: string
  readonly title: string
  readonly self: string
  readonly home: string
  readonly now: Temporal.Instant
  readonly items: readonly {
    readonly id: string
    readonly title: string
    readonly at: Temporal.Instant
    readonly link: string
  }[]
}

/** An Atom feed, RFC 4287. Each id stays the same for ever: it is the entry's seal. */
export function atomFeed({ lang, title, self, home, now, items }: Feed): string {
  const updated = items[0]?.at ?? now
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(lang)}">`,
    `  <id>${escaped(self)}</id>`,
    `  <title>${escaped(title)}</title>`,
    `  <updated>${updated.toString()}</updated>`,
    `  <author><name>${escaped(title)}</name></author>`,
    `  <link rel="self" href="${escaped(self)}"/>`,
    `  <link rel="alternate" href="${escaped(home)}"/>`,
    ...items.map(({ id, title: what, at, link }) =>
      [
        '  <entry>',
        `    <id>urn:sha256:${escaped(id)}</id>`,
        `    <title>${escaped(what)}</title>`,
        `    <updated>${at.toString()}</updated>`,
        `    <link href="${escaped(link)}"/>`,
        '  </entry>',
      ].join('\n'),
    ),
    '</feed>',
    '',
  ].join('\n')
}

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Also leaves out what XML 1.0 cannot hold. */
function escaped(text: string): string {
  return (
    text
      // oxlint-disable-next-line no-control-regex
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/[&<>"']/g, (sign) => signs[sign] ?? '')
  )
}
