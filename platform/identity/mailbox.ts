import { domainToASCII } from 'node:url'

/** Of these providers it is known that a dot before the @ changes nothing; elsewhere it may be somebody else. */
const withoutDots: Readonly<Record<string, string>> = { 'gmail.com': 'gmail.com', 'googlemail.com': 'gmail.com' }

/**
 * Where the mail to an address arrives, so that one mailbox is one account: however its letters are written, whatever follows a plus
 * (RFC 5233), and in either way to write a domain (UTS 46). A domain that only looks like another is another. Where a
 * server takes the plus for part of the name, the second of two people is sent to staff; the other way round one person had many votes.
 */
export function mailboxOf(email: string): string {
  const at = email.lastIndexOf('@')
  const name = email.slice(0, at).normalize('NFKC').toLowerCase()
  const written = email.slice(at + 1).replace(/\.$/, '')
  const domain = domainToASCII(written) || written.toLowerCase()
  const bare = name.replace(/(?<=.)\+.*$/s, '')
  const provider = withoutDots[domain]
  return provider === undefined ? `${bare}@${domain}` : `${bare.replaceAll('.', '')}@${provider}`
}
