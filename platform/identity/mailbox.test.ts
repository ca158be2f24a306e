import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mailboxOf } from './mailbox.ts'

describe('abuse 18: addresses of one mailbox', () => {
  it.each([
    ['alice+votes@example.org', 'alice@example.org'],
    ['alice+a+b@example.org', 'alice@example.org'],
    ['a.l.i.c.e@gmail.com', 'alice@gmail.com'],
    ['a.lice+two@googlemail.com', 'alice@gmail.com'],
    ['alice@ｅxample.org', 'alice@example.org'],
    ['alice@smørrebrød.example', 'alice@xn--smrrebrd-64af.example'],
    ['ＡLICE@EXAMPLE.org.', 'alice@example.org'],
  ])('abuse 18: %s is %s', (email, mailbox) => {
    expect(mailboxOf(email)).toBe(mailbox)
  })

  it.each([
    ['a dot is somebody else where it is not known to mean nothing', 'ali.ce@example.org', 'alice@example.org'],
    ['a domain that looks like another', 'alice@gmаil.com', 'alice@gmail.com'],
    ['a name of pluses only', '+@example.org', '@example.org'],
    ['a domain that ends like another', 'alice@evil-example.org', 'alice@example.org'],
  ])('abuse 18: are two: %s', (_, one, other) => {
    expect(mailboxOf(one)).not.toBe(mailboxOf(other))
  })

  it('abuse 18: whatever follows a plus, and each mailbox is its own', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9._]{0,12}$/)
    fc.assert(
      fc.property(
        name,
        fc.stringMatching(/^[a-z0-9+.]{0,12}$/),
        fc.constantFrom('example.org', 'gmail.com'),
        (who, tag, at) => {
          const mailbox = mailboxOf(`${who}@${at}`)
          expect(mailboxOf(`${who}+${tag}@${at}`)).toBe(mailbox)
          expect(mailboxOf(mailbox)).toBe(mailbox)
        },
      ),
    )
  })
})
