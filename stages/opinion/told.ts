import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../platform/db/index.ts'
import { link } from '../../platform/thread/index.ts'
import { problemsById } from '../problem/index.ts'
import { record } from './facts.ts'
import { putReplies, type Replies } from './hearing.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** A hearing told from published sources, with its replies. Counts the sources do not give are null and shown as unknown. */
export type ToldHearing = {
  readonly problem: Id<'problem'>
  readonly openedOn: Temporal.PlainDate
  /** Beginning of its first day and end of its last; only the days are known and shown. */
  readonly openedAt: Temporal.Instant
  readonly closedAt: Temporal.Instant
  readonly language: string
  readonly statements: readonly { readonly text: string; readonly replies: Replies | null }[]
  readonly source: string
}

export async function retellHearing(tx: Tx, told: ToldHearing): Promise<Id<'consultation'>> {
  const [problem] = await problemsById(tx, [told.problem])
  if (!problem) throw new Error('a hearing is told of a problem that is told before it')
  const { source, language } = told
  const consultation = await store.putConsultation(tx, {
    problem: problem.id,
    slug: problem.slug,
    openedAt: told.openedAt,
    closesAt: told.closedAt,
    closedAt: told.closedAt,
    shows: 'after-close',
    openedBy: null,
    decided: '',
    isHearing: true,
    source,
  })
  for (const [i, { text, replies }] of told.statements.entries()) {
    const id = await store.putStatement(tx, {
      consultation,
      number: i + 1,
      text,
      plainForm: rules.plainFormOf(text),
      isSeed: false,
      language,
      writtenBy: null,
      source,
    })
    await link(tx, { kind: 'statement', id }, 'about', { kind: 'problem', id: problem.id })
    if (replies) await putReplies(tx, { consultation, statement: id }, replies)
  }
  await record(tx, {
    kind: 'opinion.told',
    problem: problem.id,
    public: { source, statements: told.statements.length, toldOf: told.openedOn.toString() },
    time: 'exact',
  })
  return consultation
}
