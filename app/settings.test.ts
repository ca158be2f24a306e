import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { redacted } from './redacted.ts'
import { readSettings, withoutSecrets } from './settings.ts'

describe('an address as anyone may see it', () => {
  test.each([
    ['smtp://user:pa/ss@mail.example', 'smtp://…@mail.example'],
    ['postgres://u:p@ss@h', 'postgres://…@h'],
    ['postgres://u:p?x=1@h/db?sslmode=require', 'postgres://…@h/db?sslmode=require'],
    ['postgres://h/db?password=secret&sslmode=require', 'postgres://h/db?password=…&sslmode=require'],
    ['postgres://u@h/db?password=p@ss', 'postgres://…'],
    ['smtp:user:pass@mail.example', 'smtp:…@mail.example'],
    ['smtp://mail.example:25', 'smtp://mail.example:25'],
  ])('%s is %s', (url, seen) => {
    expect(redacted(url)).toBe(seen)
  })

  test('tells nothing of a user and a password, whatever they are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (user, password) => {
        const seen = redacted(`postgres://${user}:${password}@db.example:5432/folkmoot`)
        expect(['postgres://…@db.example:5432/folkmoot', 'postgres://…']).toContain(seen)
      }),
    )
  })

  test('is what `folkmoot config` prints', () => {
    const settings = readSettings({
      SMTP_URL: 'smtps://user:pa/ss@mail.example',
      DATABASE_URL: 'postgres://u:p@ss@h?sslmode=require',
    })
    expect(JSON.stringify(withoutSecrets(settings))).not.toMatch(/ss@|user|u:p/)
  })
})

describe('hosts that stand for a place', () => {
  test('are read in pairs', () => {
    const { hosts } = readSettings({ FOLKMOOT_HOSTS: 'lindhavn.example = lindhavn,region.example:8443=region' })
    expect([...hosts]).toEqual([
      ['lindhavn.example', 'lindhavn'],
      ['region.example:8443', 'region'],
    ])
    expect([...readSettings({}).hosts]).toEqual([])
  })

  test.each(['lindhavn', 'https://lindhavn.example=lindhavn', 'lindhavn.example=', '=lindhavn', 'a=b,'])(
    '%s is no such pair, and the sentence says how one is written',
    (hosts) => {
      expect(() => readSettings({ FOLKMOOT_HOSTS: hosts })).toThrow('FOLKMOOT_HOSTS names hosts')
    },
  )
})

describe('a connection that hides nothing', () => {
  test.each([
    { DATABASE_URL: 'postgres://db.example/folkmoot' },
    { DATABASE_URL: 'postgres://u:p@db.example:5432/folkmoot?sslmode=prefer' },
    { DATABASE_URL: 'postgresql://10.0.0.7/folkmoot?sslmode=disable' },
    { SMTP_URL: 'smtp://mail.example' },
    { SMTP_URL: 'smtp://u:p@mail.example:587?requireTLS=false' },
  ])('is refused over a network, and the sentence says what to do: %j', (url) => {
    const told = expect(() => readSettings(url))
    told.toThrow(/add (?:sslmode=verify-full|requireTLS=true), or, where nobody else can listen, set FOLKMOOT_PLAIN=on/)
    expect(() => readSettings({ ...url, FOLKMOOT_PLAIN: 'on' })).not.toThrow()
  })

  test.each([
    { DATABASE_URL: 'postgres://db.example/folkmoot?sslmode=verify-full' },
    { DATABASE_URL: 'postgres://localhost/folkmoot' },
    { DATABASE_URL: 'postgres://folkmoot@[::1]:5432/folkmoot' },
    { DATABASE_URL: 'postgres://folkmoot@localhost:5432/postgres?host=/run/postgresql' },
    { SMTP_URL: 'smtps://mail.example' },
    { SMTP_URL: 'smtp://mail.example:587?requireTLS=true' },
    { SMTP_URL: 'smtp://127.0.0.1:2525' },
  ])('may stay on this machine, and what is encrypted goes anywhere: %j', (url) => {
    expect(() => readSettings(url)).not.toThrow()
  })
})

describe('a setting that lies in a file', () => {
  const folder = (): string => {
    const made = mkdtempSync(join(tmpdir(), 'folkmoot-settings-'))
    onTestFinished(() => rmSync(made, { recursive: true }))
    return made
  }

  test('is read without the line break at its end', () => {
    const path = join(folder(), 'url')
    writeFileSync(path, 'postgres://localhost/db\n')
    expect(readSettings({ DATABASE_URL_FILE: path }).databaseUrl).toBe('postgres://localhost/db')
  })

  test('is named with its file, in one sentence, when there is none', () => {
    const path = join(folder(), 'nope')
    expect(() => readSettings({ DATABASE_URL_FILE: path })).toThrow(
      new Error(`The settings cannot be used:\n  DATABASE_URL_FILE: There is no file ${path}.`),
    )
  })

  test('is named when it is a folder, together with every other fault', () => {
    const path = folder()
    expect(() => readSettings({ SMTP_URL_FILE: path, PORT: 'x' })).toThrow(
      `SMTP_URL_FILE: ${path} cannot be read.\n  PORT: PORT is a number`,
    )
  })
})

describe('providers of electronic identities', () => {
  const mitid = {
    name: 'mitid',
    label: 'MitID',
    issuer: 'https://broker.example',
    clientId: 'us',
    clientSecret: 'hush',
  }

  test('are read from JSON, and shown without what only we and they know', () => {
    const settings = readSettings({ OIDC_PROVIDERS: JSON.stringify([mitid]) })
    expect(settings.eidProviders).toEqual([{ ...mitid, levels: {} }])
    expect(withoutSecrets(settings)['eidProviders']).toBe('mitid (https://broker.example)')
    expect(JSON.stringify(withoutSecrets(settings))).not.toContain('hush')
  })

  test.each([
    ['no JSON', '{hush', 'this is no JSON'],
    ['no encryption', JSON.stringify([{ ...mitid, issuer: 'http://broker.example' }]), 'issuer begins with https://'],
    ['one name twice', JSON.stringify([mitid, { ...mitid, issuer: 'https://b.example' }]), 'have the same name'],
    ['one issuer twice', JSON.stringify([mitid, { ...mitid, name: 'other' }]), 'have the same issuer'],
    ['a level there is not', JSON.stringify([{ ...mitid, levels: { a: 'total' } }]), '0 › levels › a'],
    ['a name that is no part of an address', JSON.stringify([{ ...mitid, name: 'Mit/ID' }]), 'small letters'],
  ])('with %s are refused in a sentence that repeats no secret', (_what, json, said) => {
    expect(() => readSettings({ OIDC_PROVIDERS: json })).toThrow(said)
    expect(() => readSettings({ OIDC_PROVIDERS: json })).not.toThrow('hush')
  })
})
