import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database } from '../db/index.ts'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { foundTown, type Town } from '../identity/testing.ts'
import { startWorker, type Job } from '../jobs/index.ts'
import { forgetOldMail, mailSender, outbox, post } from './index.ts'

type Letter = { readonly from: string; readonly to: readonly string[]; readonly source: string }

let testing: TestDatabase
let database: Database
let town: Town
let server: SMTPServer
let letters: Letter[]
let refuses = false

beforeAll(async () => {
  testing = await testDatabase()
  database = openDatabase({ url: testing.url, connections: 2 })
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(refuses ? Object.assign(new Error(`no such person: ${address}`), { responseCode: 550 }) : null),
    onData: (stream, { envelope }, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
        letters.push({
          from,
          to: envelope.rcptTo.map(({ address }) => address),
          source: Buffer.concat(parts).toString(),
        })
        done()
      })
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})

beforeEach(async () => {
  letters = []
  refuses = false
  town = await foundTown(database)
})

afterAll(async () => {
  await new Promise<void>((resolve) => server.close(resolve))
  await database.close()
  await testing.drop()
})

test('a mail reaches the one it is for, letter for letter', async () => {
  const text = 'Kære Åse,\n\ndin idé om Østre Havn blev hørt. Grüße, 李\n'
  await database.transact(town.place.id, null, async (tx) => {
    await post(tx, { to: 'alice@example.org', subject: 'Ældrerådet: svar på din idé', text })
    await post(tx, { to: 'bashir@example.org', subject: 'Svar', text: '.\nA line that is a dot.' })
  })
  const send = mailSender({ smtpUrl: smtpUrl(), from: 'Testhavn <folkmoot@testhavn.example>' })
  for (const job of await jobs()) await send(database, job)
  expect(letters.map(({ to }) => to)).toEqual([['alice@example.org'], ['bashir@example.org']])
  expect(letters[0]?.from).toBe('folkmoot@testhavn.example')
  expect(decoded(letters[0])).toBe(text.trimEnd().replaceAll('\n', '\r\n'))
  expect(letters[0]?.source).toMatch(/^Subject: =\?UTF-8\?/m)
  expect(letters[1]?.source).toContain('A line that is a dot.')
  expect(await outbox(database.read(town.place.id))).toEqual([])
})

test('a mail the server took is not sent again, and its links can be pressed', async () => {
  const send = mailSender({ smtpUrl: smtpUrl(), from: 'Testhavn <folkmoot@testhavn.example>' })
  await database.transact(town.place.id, null, (tx) =>
    post(tx, {
      to: 'alice@example.org',
      subject: 'News',
      text: 'News',
      html: '<p>News</p>',
      stop: 'https://folkmoot.example/en/testhavn/mails/abc',
    }),
  )
  const [mail] = await jobs()
  if (!mail) throw new Error('nothing was posted')
  await send(database, mail)
  await send(database, mail)
  expect(letters).toHaveLength(1)
  const source = letters[0]?.source ?? ''
  expect(source).toContain(`Message-ID: <${mail['id'] as string}@testhavn.example>`)
  expect(source).toContain('List-Unsubscribe: <https://folkmoot.example/en/testhavn/mails/abc>')
  expect(source).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m)
  expect(source).toMatch(/Content-Type: multipart\/alternative/)
  expect(source).toContain('<p>News</p>')
})

test('abuse 68: a subject cannot add a recipient', async () => {
  const send = mailSender({ smtpUrl: smtpUrl(), from: 'folkmoot@testhavn.example' })
  await send(database, job({ to: 'alice@example.org', subject: 'Hello\r\nBcc: spy@example.org', text: 'x' }))
  expect(letters[0]?.to).toEqual(['alice@example.org'])
  expect(letters[0]?.source).not.toMatch(/^bcc:/im)
})

test('abuse 68: an address that is several is one mail to nobody else', async () => {
  const send = mailSender({ smtpUrl: smtpUrl(), from: 'folkmoot@testhavn.example' })
  await send(database, job({ to: 'alice@example.org, spy@example.org', subject: 'x', text: 'x' })).catch(() => {})
  expect(letters.flatMap(({ to }) => to)).not.toContain('spy@example.org')
})

test('throws when the server refuses, so that the queue tries again', async () => {
  refuses = true
  const send = mailSender({ smtpUrl: smtpUrl(), from: 'folkmoot@testhavn.example' })
  await expect(send(database, job({ to: 'nobody@example.org', subject: 'x', text: 'x' }))).rejects.toThrow('550')
})

test('abuse 60: a failure names no address: it ends in the log', async () => {
  refuses = true
  const send = mailSender({ smtpUrl: smtpUrl(), from: 'folkmoot@testhavn.example' })
  const failure: unknown = await send(database, job({ to: 'secret@example.org', subject: 'x', text: 'x' })).catch(
    (error: unknown) => error,
  )
  expect(failure).toBeInstanceOf(Error)
  expect(String((failure as Error).stack) + JSON.stringify(failure)).not.toContain('secret')
})

test('without a server it lies in the outbox of its place', async () => {
  const other = await foundTown(database)
  const send = mailSender({ smtpUrl: null, from: 'folkmoot@testhavn.example' })
  await send(database, job({ to: 'åse@example.org', subject: 'Svar', text: 'Blåbær' }))
  expect(await outbox(database.read(town.place.id))).toMatchObject([
    { to: 'åse@example.org', subject: 'Svar', text: 'Blåbær' },
  ])
  expect(await outbox(database.read(other.place.id))).toEqual([])
})

function smtpUrl(): string {
  return `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
}

function job(mail: { readonly to: string; readonly subject: string; readonly text: string }): Job {
  return { jurisdiction: town.place.id, ...mail }
}

async function jobs(): Promise<readonly Job[]> {
  const { rows } = await database.queueSql(
    "select data from pgboss.job where name = 'mail.send' and data->>'jurisdiction' = $1 order by data->>'to'",
    [town.place.id],
  )
  return (rows as { data: Job }[]).map(({ data }) => data)
}

function decoded(letter: Letter | undefined): string {
  const [head = '', ...body] = (letter?.source ?? '').split('\r\n\r\n')
  const text = body.join('\r\n\r\n')
  if (/base64/i.test(head)) return Buffer.from(text, 'base64').toString()
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/\r\n$/, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString()
}

test('a code goes out before the news of a busy day, and none is remembered for longer than an hour', async () => {
  await database.transact(town.place.id, null, async (tx) => {
    const news = { subject: 'News', text: 'Somebody wrote.' }
    for (let i = 0; i < 30; i += 1) await post(tx, { to: `follower-${i}@example.org`, ...news })
    await post(tx, { to: 'dora@example.org', subject: 'Your code', text: '1234' }, { isUrgent: true })
  })
  const { rows } = await database.queueSql('select deletion_seconds from pgboss.job')
  expect(rows.map((row) => (row as { deletion_seconds: number }).deletion_seconds)).toEqual(rows.map(() => 3600))
  const sent: unknown[] = []
  const worker = await startWorker(
    database,
    { 'mail.send': async (_, job) => void (job['jurisdiction'] === town.place.id && sent.push(job['to'])) },
    () => {},
  )
  await expect.poll(() => sent.length, { timeout: 20_000 }).toBe(31)
  await worker.stop()
  expect(sent.slice(0, 20), 'among the first the worker takes').toContain('dora@example.org')
})

test('the outbox holds no mail for longer than a week', async () => {
  const lay = mailSender({ smtpUrl: null, from: 'x' })
  await lay(database, { jurisdiction: town.place.id, to: 'alice@example.org', subject: 'Code', text: '123456' } as Job)
  const forget = (days: number): Promise<void> =>
    database
      .at(Temporal.Now.instant().add({ hours: 24 * days }))
      .transact(town.place.id, null, (tx) => forgetOldMail(tx))
  await forget(6)
  expect(await outbox(database.read(town.place.id))).toHaveLength(1)
  await forget(8)
  expect(await outbox(database.read(town.place.id))).toEqual([])
})
