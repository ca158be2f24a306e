import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../platform/db/index.ts'
import { link } from '../../platform/thread/index.ts'
import { putFinding } from './evidence/finding-store.ts'
import type { Side } from './evidence/rules.ts'
import { putOrder } from './evidence/store.ts'
import { record } from './facts.ts'
import { putNote } from './notes/store.ts'
import * as store from './questions/store.ts'

/** A question told from published sources. What is not known is null. */
export type ToldQuestion = {
  readonly problem: Id<'problem'>
  /** The politician asked; null: the administration, the government, the executive. */
  readonly to: Id<'person'> | null
  readonly question: string
  readonly background: string
  readonly language: string
  readonly askedOn: Temporal.PlainDate | null
  readonly reply: { readonly text: string; readonly on: Temporal.PlainDate | null; readonly isStaff: boolean } | null
  readonly source: string
}

export async function retellQuestion(tx: Tx, { reply, ...told }: ToldQuestion): Promise<Id<'question'>> {
  const { id, number } = await store.putQuestion(tx, { ...told, askedBy: null, dueAt: null })
  if (reply) {
    const given = { reply: reply.text, by: null, person: told.to, isStaff: reply.isStaff, at: tx.now, on: reply.on }
    await store.putReply(tx, { id, round: 1 }, given)
  }
  await link(tx, { kind: 'question', id }, 'about', { kind: 'problem', id: told.problem })
  await record(tx, {
    kind: 'inquiry.question-told',
    problem: told.problem,
    public: { number, toldOf: told.askedOn?.toString() ?? null, source: told.source },
    time: 'exact',
  })
  return id
}

/** A learning note told from published sources: what a politician said in public that she heard and changed. */
export type ToldNote = {
  readonly problem: Id<'problem'>
  readonly person: Id<'person'>
  readonly heard: string
  readonly changed: string
  /** '' where the source does not tell. */
  readonly why: string
  readonly language: string
  readonly writtenOn: Temporal.PlainDate | null
  readonly source: string
}

export async function retellNote(tx: Tx, told: ToldNote): Promise<Id<'note'>> {
  const { id, number } = await putNote(tx, {
    onBehalf: null,
    ...told,
    account: null,
    from: null,
    meeting: null,
    encounter: null,
    question: null,
    talk: '',
  })
  await link(tx, { kind: 'note', id }, 'about', { kind: 'problem', id: told.problem })
  await record(tx, {
    kind: 'inquiry.note-told',
    problem: told.problem,
    public: { number, person: told.person, toldOf: told.writtenOn?.toString() ?? null, source: told.source },
    time: 'exact',
  })
  return id
}

/** Facts that were gathered for a case, told from published sources. Who ordered them is not known. */
export type ToldEvidence = {
  readonly problem: Id<'problem'>
  readonly question: string
  readonly language: string
  readonly orderedOn: Temporal.PlainDate | null
  readonly answers: readonly {
    /** Who answered, in words: no private person is named. */
    readonly by: string
    readonly side: Side
    readonly text: string
    readonly sources: string
    /** '' where the source does not tell. */
    readonly uncertain: string
    readonly on: Temporal.PlainDate | null
  }[]
  readonly source: string
}

export async function retellEvidence(tx: Tx, { answers, ...told }: ToldEvidence): Promise<Id<'evidence'>> {
  const { id, number } = await putOrder(tx, { ...told, why: '', orderedBy: null, wantedBy: null })
  for (const { by, on, ...words } of answers) {
    const given = { ...words, evidence: id, answerer: null, toldBy: by, givenBy: null, givenOn: on }
    const finding = await putFinding(tx, { ...given, language: told.language })
    await link(tx, { kind: 'finding', id: finding.id }, 'answers', { kind: 'evidence', id })
  }
  await link(tx, { kind: 'evidence', id }, 'about', { kind: 'problem', id: told.problem })
  await record(tx, {
    kind: 'inquiry.evidence-told',
    problem: told.problem,
    public: { number, toldOf: told.orderedOn?.toString() ?? null, source: told.source },
    time: 'exact',
  })
  return id
}
