import { describe, expect, it } from 'vitest'
import { securityTxt } from './security-txt.ts'
import { readSettings } from './settings.ts'

describe('/.well-known/security.txt', () => {
  const said = (contacts: readonly string[]) =>
    securityTxt({
      contacts,
      origin: 'https://town.example',
      languages: ['en', 'da'],
      now: Temporal.Instant.from('2026-11-27T16:00:00Z'),
    })

  it('names who runs the installation first, and always who makes the program', () => {
    expect(said(['mailto:security@town.example']).split('\n')).toEqual([
      'Contact: mailto:security@town.example',
      'Contact: https://github.com/folkmoot/folkmoot/security/advisories/new',
      'Expires: 2027-05-01T00:00:00Z',
      'Preferred-Languages: en, da',
      'Canonical: https://town.example/.well-known/security.txt',
      '',
    ])
    expect(said([]).match(/^Contact:/gm)).toHaveLength(1)
  })

  it('takes its contacts from the settings, and no line break with them', () => {
    const contacts = (SECURITY_CONTACT: string) => readSettings({ SECURITY_CONTACT }).securityContacts
    expect(contacts('mailto:a@town.example, https://town.example/faults')).toEqual([
      'mailto:a@town.example',
      'https://town.example/faults',
    ])
    for (const wrong of ['a@town.example', 'javascript:alert(1)', 'mailto:a@b.example\nExpires: 1970'])
      expect(() => contacts(wrong), wrong).toThrow('SECURITY_CONTACT is where faults are told')
  })
})
