/** Those who make the program, as in SECURITY.md. */
const makers = 'https://github.com/folkmoot/folkmoot/security/advisories/new'

type Facts = {
  /** Of those who run the installation, the wanted way first. */
  readonly contacts: readonly string[]
  readonly origin: string
  readonly languages: readonly string[]
  readonly now: Temporal.Instant
}

/** RFC 9116: where to tell of a fault. What it says is good for half a year, from the first of the month. */
export function securityTxt({ contacts, origin, languages, now }: Facts): string {
  const month = now.toZonedDateTimeISO('UTC').toPlainDate().with({ day: 1 })
  return [
    ...[...contacts, makers].map((contact) => `Contact: ${contact}`),
    `Expires: ${month.add({ months: 6 }).toString()}T00:00:00Z`,
    `Preferred-Languages: ${languages.join(', ')}`,
    `Canonical: ${origin}/.well-known/security.txt`,
    '',
  ].join('\n')
}
