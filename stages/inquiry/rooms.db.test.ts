import type { Address } from '@folkmoot/basics/addresses.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../platform/db/index.ts'
import type { Reply, Visit } from '../../platform/http/index.ts'
import { answerAt, textOf, visitIn, type Going } from '../../platform/http/testing.ts'
import type { Town } from '../../platform/identity/testing.ts'
import { hide } from '../../platform/moderation/index.ts'
import { questionsOf } from './index.ts'
import { before, during, openMeetingTown, slug, type MeetingTown } from '../meeting/testing.ts'
import { problemBySlug } from '../problem/index.ts'
import { inquiryRoutes } from './routes.ts'
import { inquiryOwed, inquiryWaitingFor } from './slots.ts'

const now = before
const muchLater = Temporal.Instant.from('2026-12-20T08:00:00Z')

let home: MeetingTown
let real: Database
let town: Town

beforeAll(async () => {
  home = await openMeetingTown()
  ;({ database: real, town } = home)
})
afterAll(() => home.close())

type Coming = Going & { readonly number?: number; readonly isTold?: boolean }

function visitOf({ number = 1, isTold = false, ...going }: Coming = {}): Visit {
  return visitIn(real, { ...town.place, isTold }, { at: now, ...going, params: { problem: slug, number } })
}

async function go(address: Address, going: Coming = {}): Promise<Reply> {
  return answerAt(inquiryRoutes, address, visitOf(going))
}

describe('a question, as people walk it', { shuffle: false }, () => {
  test('empty, a visitor is asked to sign in, a resident may ask, a clerk may not', async () => {
    expect(textOf(await go('inquiry.questions'))).toContain('Sign in to ask a question')
    const page = textOf(await go('inquiry.questions', { as: town.people.alice, query: 'to=dora' }))
    expect(page).toContain(`<option value="${town.people.dora.person}" selected`)
    expect(page).toMatch(/Tuesday,? 8 December 2026 at 23:59, Copenhagen time/)
    expect(textOf(await go('inquiry.questions', { as: town.people.chen }))).not.toContain('Send this question')
  })

  test('a bug once: a case told from sources invited to ask the first question; what is unknown says so', async () => {
    for (const address of ['inquiry.questions', 'inquiry.notes'] as const) {
      const told = textOf(await go(address, { isTold: true }))
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
    expect(textOf(reply)).toContain('When is the path lit?')
    expect(textOf(reply)).toContain('Choose a politician who holds a seat today')
  })

  test('asked, overdue, answered, not an answer yet', async () => {
    const { alice, dora, emil } = town.people
    const typed = {
      to: [dora.person ?? ''],
      question: ['When is the path <b>lit</b>?'],
      background: ['My children walk there.'],
    }
    expect(await go('inquiry.ask', { as: alice, typed })).toMatchObject({ kind: 'redirect' })
    // Asked by another too, it came back without a word at the top, as if it were gone.
    expect(textOf(await go('inquiry.ask', { as: emil, typed }))).toContain('Your question is not sent yet')
    expect(textOf(await go('inquiry.question', { at: muchLater }))).toContain('12 days overdue')
    expect(textOf(await go('inquiry.question'))).toContain('&lt;b&gt;lit')
    expect(textOf(await go('inquiry.question', { as: emil }))).not.toContain('Send this answer')
    expect(await inquiryWaitingFor(visitOf({ as: dora }))).toMatchObject([{ title: 'A question to answer' }])
    expect(await inquiryOwed(real.read(town.place.id), visitOf())).toMatchObject([{ owner: 'Dora', isDone: false }])

    expect(await go('inquiry.answer', { as: town.people.ole, typed: { reply: ['In her name'] } })).toMatchObject({
      kind: 'refused',
    })
    expect(await go('inquiry.answer', { as: dora, typed: { reply: ['In May.'] } })).toMatchObject({ kind: 'redirect' })
    expect(await inquiryWaitingFor(visitOf({ as: alice }))).toMatchObject([{ title: 'Did this answer your question?' }])
    expect(await go('inquiry.judge', { as: alice, typed: { verdict: ['no'] } })).toMatchObject({ status: 422 })
    await go('inquiry.judge', { as: alice, typed: { verdict: ['no'], words: ['Which year?'] } })
    const reopened = textOf(await go('inquiry.question'))
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
    expect(textOf(await go('inquiry.question', { number: 2 }))).toContain('Staff text')
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
    const page = textOf(await go('inquiry.question'))
    expect(page).toContain('Names a child')
    expect(page).toContain('In May.')
    expect(page).not.toContain('My children walk there.')
    expect(textOf(await go('inquiry.questions'))).not.toContain('lit&lt;/b')
  })

  test('after a meeting she came to, a politician is nudged until she has written what she heard', async () => {
    const { emil, gita } = town.people
    const number = await home.called({ title: 'Lamps' })
    const seat = home.seats.find(({ person }) => person === emil.person)?.id ?? ''
    await home.go('meeting.record-attendance', { as: gita, at: during, params: { number }, typed: { seats: [seat] } })
    const at = during.add({ hours: 48 })
    expect(await inquiryWaitingFor(visitOf({ as: emil, at }))).toMatchObject([
      { title: 'You were at a meeting. What did you hear?' },
    ])
    const typed = {
      from: ['talk'],
      talk: ['A walk'],
      heard: ['Pupils avoid the path'],
      changed: ['Light first'],
      why: ['It costs less'],
    }
    expect(await go('inquiry.write-note', { as: emil, at, typed })).toMatchObject({ kind: 'redirect' })
    expect(await inquiryWaitingFor(visitOf({ as: emil, at }))).toEqual([])
    expect(textOf(await go('inquiry.notes'))).toContain('Pupils avoid the path')
  })
})
