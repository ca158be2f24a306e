import type { Address } from '@folkmoot/basics/addresses.ts'
import type { Database } from '../../../platform/db/index.ts'
import type { FileStore } from '../../../platform/files/index.ts'
import type { Reply, TypedForm } from '../../../platform/http/index.ts'
import { answerAt, textOf, visitIn, type Going } from '../../../platform/http/testing.ts'
import type { Town } from '../../../platform/identity/testing.ts'
import { decisionRoutes } from '../routes.tsx'
import { packageOf } from '../store.ts'
import { readyCase, type ReadyCase } from '../testing.ts'
import { votesOf } from './commands.ts'

const then = Temporal.Instant.from('2026-11-24T08:00:00Z')

export type Sending = Going & { readonly files?: TypedForm['files']; readonly store?: FileStore }

/** A case whose two answers stand and wait for the council's vote, reached as a browser reaches it. */
export async function caseToVoteOn(database: Database, town: Town) {
  const ready: ReadyCase = await readyCase(database, town)
  const { chen, dora } = town.people

  async function go(address: Address, { params, files = {}, store, ...going }: Sending = {}): Promise<Reply> {
    const where = { problem: ready.slug, number: 1, ...params }
    const visit = visitIn(database, town.place, { at: then, ...going, params: where })
    return answerAt(decisionRoutes, address, { ...visit, files: store ?? visit.files, form: { ...visit.form, files } })
  }

  /** Sends the record of a vote, with whatever else is typed on its form. */
  async function send(typed: TypedForm['typed'] = {}): Promise<Reply> {
    const form = textOf(await go('decision.voting', { as: chen }))
    const vote = {
      about: ['package'],
      seen: [/name="seen" value="([^"]+)"/.exec(form)?.[1] ?? ''],
      motion: ['To answer so'],
      reference: ['Item 4'],
      decidedOn: ['2026-11-24'],
      votesFor: ['2'],
      votesAgainst: ['1'],
      abstentions: ['0'],
      isCarried: ['yes'],
    }
    return go('decision.record-vote', { as: chen, typed: { ...vote, ...typed } })
  }

  async function votes() {
    const read = database.read(town.place.id)
    const pack = await packageOf(read, ready.problem)
    return pack ? votesOf(read, pack) : []
  }

  await go('decision.hand-over', { as: ready.chair, typed: { sure: ['yes'] } })
  await go('decision.set-dates', { as: chen, typed: { meetingOn: ['2026-12-10'], returnOn: ['2027-06-10'] } })
  for (const number of [1, 2])
    await go('decision.answer', {
      as: dora,
      params: { number },
      typed: { kind: ['accept'], reason: [`Because of ${number}.`] },
    })
  return { ...ready, go, send, votes }
}

export type CaseToVoteOn = Awaited<ReturnType<typeof caseToVoteOn>>
