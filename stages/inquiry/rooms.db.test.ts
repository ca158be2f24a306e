import type { Actor } from '@folkmoot/basics/actor.ts'
import { addresses, type Address } from '@folkmoot/basics/addresses.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { emptyForm, visit, type Reply, type TypedForm } from '../../platform/http/index.ts'
import { nobody } from '../../platform/identity/index.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { hide } from '../../platform/moderation/index.ts'
import { questionsOf } from './index.ts'
import { retellProblem, problemBySlug } from '../problem/index.ts'
import { inquiryRoutes } from './routes.ts'
import { inquiryOwed, inquiryWaitingFor } from './slots.ts'

const attended = vi.hoisted(() => ({ now: [] as unknown[] }))
// The nudge after a meeting needs one that was attended; the rest of the door is the real one.
vi.mock('../arena/index.ts', () => ({ seatsOf: async () => [] }))
vi.mock('../mandate/index.ts', () => ({ adoptedMandate: async () => undefined }))
vi.mock('../meeting/index.ts', async (original) => ({
  ...(await original<object>()),
  meetingsAttended: async () => attended.now,
}))

const now = Temporal.Instant.from('2026-11-24T08:00:00Z')
const muchLater = Temporal.Instant.from('2026-12-20T08:00:00Z')
const slug = 'harbour-path'

let home: TestDatabase
let real: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
  town = await foundTown(real)
  await real.transact(town.place.id, null, (tx) =>
    retellProblem(tx, {
      slug,
      question: 'Who lights the harbour path?',
      whatHappens: 'It is dark.',
      whoIsAffected: 'All',
      language: 'en',
      source: 'https://example.org',
      actors: [],
    }),
  )
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

type Going = {
  readonly as?: Actor
  readonly number?: number
  readonly typed?: TypedForm['typed']
  readonly at?: Temporal.Instant
  readonly query?: string
  readonly isTold?: boolean
}

function visitOf(going: Going = {}, isNumbered = false) {
  const at = going.at ?? now
  return visit({
    lang: 'en',
    jurisdiction: { ...town.place, isTold: going.isTold ?? false },
    actor: going.as ?? nobody(town.place.id),
    database: real.at(at),
    now: at,
    params: {
      lang: 'en',
      jurisdiction: town.place.slug,
      problem: slug,
      ...(isNumbered ? { number: String(going.number ?? 1) } : {}),
    },
    query: new URLSearchParams(going.query),
    form: { ...emptyForm, typed: going.typed ?? {} },
    origin: 'https://folkmoot.example',
    isIsland: false,
    isDemo: false,
    files: undefined as never, // no page here has pictures
  })
}

async function go(address: Address, going: Going = {}): Promise<Reply> {
  const found = inquiryRoutes.find((row) => row.at === address)
  if (!found) throw new Error(`no route ${address}`)
  return found.handle(visitOf(going, addresses[address].includes(':number')))
}

// Hono's markup says itself as HTML.
// oxlint-disable-next-line typescript/no-base-to-string
const text = (reply: Reply): string => (reply.kind === 'page' ? String(reply.body) : '')

describe('a question, as people walk it', { shuffle: false }, () => {
  test('empty, a visitor is asked to sign in, a resident may ask, a clerk may not', async () => {
    expect(text(await go('inquiry.questions'))).toContain('Sign in to ask a question')
    const page = text(await go('inquiry.questions', { as: town.people.alice, query: 'to=dora' }))
    expect(page).toContain(`<option value="${town.people.dora.person}" selected`)
    expect(page).toMatch(/Tuesday,? 8 December 2026 at 23:59, Copenhagen time/)
    expect(text(await go('inquiry.questions', { as: town.people.chen }))).not.toContain('Send this question')
  })

  test('a bug once: a case told from sources invited to ask the first question; what is unknown says so', async () => {
    for (const address of ['inquiry.questions', 'inquiry.notes'] as const) {
      const told = text(await go(address, { isTold: true }))
      expect(told).toContain('unknown whether')
      expect(told).not.toMatch(/Ask the first question|reminded after each meeting|Sign in/)
    }
  })

  test('asked with mistakes, the form comes back with what was typed', async () => {
    const reply = await go('inquiry.ask', {
      as: town.people.alice,
      typed: { to: [newId('person')], question: ['When is the path lit?'] },
    })
    expect(reply).toMatchObject({ status: 422 })
    expect(text(reply)).toContain('When is the path lit?')
    expect(text(reply)).toContain('Choose a politician who holds a seat today')
  })

  test('asked, overdue, answered, not an answer yet', async () => {
    const { alice, dora, emil } = town.people
    const typed = {
      to: [dora.person ?? ''],
      question: ['When is the path <b>lit</b>?'],
      background: ['My children walk there.'],
    }
    expect(await go('inquiry.ask', { as: alice, typed })).toMatchObject({ kind: 'redirect' })
    expect(text(await go('inquiry.question', { at: muchLater }))).toContain('12 days overdue')
    expect(text(await go('inquiry.question'))).toContain('&lt;b&gt;lit')
    expect(text(await go('inquiry.question', { as: emil }))).not.toContain('Send this answer')
    expect(await inquiryWaitingFor(visitOf({ as: dora }))).toMatchObject([{ title: 'A question to answer' }])
    expect(await inquiryOwed(real.read(town.place.id), visitOf())).toMatchObject([{ owner: 'Dora', isDone: false }])

    expect(await go('inquiry.answer', { as: town.people.ole, typed: { reply: ['In her name'] } })).toMatchObject({
      kind: 'refused',
    })
    expect(await go('inquiry.answer', { as: dora, typed: { reply: ['In May.'] } })).toMatchObject({ kind: 'redirect' })
    expect(await inquiryWaitingFor(visitOf({ as: alice }))).toMatchObject([{ title: 'Did this answer your question?' }])
    expect(await go('inquiry.judge', { as: alice, typed: { verdict: ['no'] } })).toMatchObject({ status: 422 })
    await go('inquiry.judge', { as: alice, typed: { verdict: ['no'], words: ['Which year?'] } })
    const reopened = text(await go('inquiry.question'))
    for (const words of ['Not answered yet, says the asker', 'In May.', 'Which year?', 'in 14 days'])
      expect(reopened).toContain(words)
    expect(await inquiryWaitingFor(visitOf({ as: dora }))).toMatchObject([{ title: 'A question to answer again' }])
  })

  test('what the administration answers is staff text', async () => {
    await go('inquiry.ask', {
      as: town.people.klub,
      typed: { to: ['administration'], question: ['What does a lamp cost?'] },
    })
    await go('inquiry.answer', { as: town.people.ole, number: 2, typed: { reply: ['900 a year.'] } })
    expect(text(await go('inquiry.question', { number: 2 }))).toContain('Staff text')
  })

  test('hidden, its place stays and the answer can be read', async () => {
    const problem = await problemBySlug(real.read(town.place.id), slug)
    const question =
      problem && (await questionsOf(real.read(town.place.id), problem.id)).find((one) => one.number === 1)
    if (!question) throw new Error('no question')
    await real.transact(town.place.id, town.people.gita, (tx) =>
      hide(tx, town.people.gita, {
        about: { kind: 'question', id: question.id },
        rule: 'personal-data',
        reason: 'Names a child',
      }),
    )
    const page = text(await go('inquiry.question'))
    expect(page).toContain('Names a child')
    expect(page).toContain('In May.')
    expect(page).not.toContain('My children walk there.')
    expect(text(await go('inquiry.questions'))).not.toContain('lit&lt;/b')
  })

  test('after a meeting she came to, a politician is nudged until she has written what she heard', async () => {
    const { freja } = town.people
    const problem = await problemBySlug(real.read(town.place.id), slug)
    attended.now = [{ problem: problem?.id, title: 'Lamps', startsAt: now.subtract({ hours: 48 }) }]
    expect(await inquiryWaitingFor(visitOf({ as: freja }))).toMatchObject([
      { title: 'You were at a meeting. What did you hear?' },
    ])
    const typed = {
      from: ['talk'],
      talk: ['A walk'],
      heard: ['Pupils avoid the path'],
      changed: ['Light first'],
      why: ['It costs less'],
    }
    expect(await go('inquiry.write-note', { as: freja, typed })).toMatchObject({ kind: 'redirect' })
    expect(await inquiryWaitingFor(visitOf({ as: freja }))).toEqual([])
    expect(text(await go('inquiry.notes'))).toContain('Pupils avoid the path')
    attended.now = []
  })
})
