import { newId, type Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../platform/db/index.ts'
import { after, isPast, noon, steps, type Case } from './calendar.ts'
import { leaderOf, pick, type At } from './cases.ts'
import { linkRows, putRows } from './rows.ts'

export const [ideas, recommendations, clauses] = [10, 20, 2]

/** A recommendation as its group wrote it. */
export type Written = {
  readonly id: Id<'recommendation'>
  readonly number: number
  readonly title: string
  readonly text: string
  readonly clauses: readonly { readonly id: Id<'clause'>; readonly number: number; readonly text: string }[]
}

export type Text = { readonly one: Case; readonly recommendations: readonly Written[] }

/** Alice has had something to say in every twentieth case; nobody else has said so much. */
export function hasAlice({ at }: Case): boolean {
  return at % 20 === 0
}

/** Experiences of residents, and the recommendations a group wrote from them: each clause names one it came from. */
export async function putTexts(tx: Tx, all: readonly Case[], { people, today, say }: At): Promise<readonly Text[]> {
  const cases = all.filter((one) => isPast(after(one, steps.seated), today))
  const told = cases.map((one) => ({ one, ideas: Array.from({ length: ideas }, () => newId('idea')) }))
  const author = (one: Case, at: number): Id<'account'> => {
    const [alice, ...others] = people.residents
    return at === 0 && alice && hasAlice(one) ? alice : pick(others, one.at * 17 + at * 5)
  }
  await putRows(
    tx,
    'draft.idea',
    told.flatMap(({ one, ideas: some }) =>
      some.map((id, at) => ({
        id,
        problem_id: one.id,
        number: at + 1,
        kind: at % 3 === 0 ? 'idea' : 'experience',
        title: say(5),
        text: `${say(25)}.`,
        language: 'en',
        written_by: author(one, at),
        written_at: noon(after(one, steps.seated).add({ days: at })),
      })),
    ),
  )
  await putRows(
    tx,
    'notices.follow',
    told.flatMap(({ one, ideas: some }) => [
      ...some.map((id, at) => ({
        account_id: author(one, at),
        about_kind: 'idea',
        about_id: id,
        as_author: true,
        since: noon(after(one, steps.seated).add({ days: at })),
      })),
      ...Array.from({ length: 3 }, (_, at) => ({
        account_id: pick(people.residents, one.at * 19 + at),
        about_kind: 'problem',
        about_id: one.id,
        as_author: false,
        since: noon(after(one, steps.seated)),
      })),
    ]),
  )
  const texts = told
    .filter(({ one }) => isPast(after(one, steps.written), today))
    .map(({ one, ideas: some }) => ({ one, ideas: some, recommendations: writtenIn(say) }))
  await putRecommendations(tx, texts, { people, today, say })
  await putRows(
    tx,
    'draft.frozen',
    texts
      .filter(({ one }) => isPast(after(one, steps.handedOver), today))
      .map(({ one }) => ({ problem_id: one.id, at: noon(after(one, steps.handedOver)) })),
  )
  return texts
}

function writtenIn(say: At['say']): readonly Written[] {
  return Array.from({ length: recommendations }, (_, at) => ({
    id: newId('recommendation'),
    number: at + 1,
    title: say(6),
    text: '',
    clauses: Array.from({ length: clauses }, (_clause, number) => ({
      id: newId('clause'),
      number: number + 1,
      text: `${say(14)}.`,
    })),
  }))
}

type Sourced = Text & { readonly ideas: readonly Id<'idea'>[] }

async function putRecommendations(tx: Tx, texts: readonly Sourced[], { people }: At): Promise<void> {
  const each = texts.flatMap(({ one, ideas: some, recommendations: written }) =>
    written.map((its) => ({
      one,
      its,
      ideas: some,
      section: newId('section'),
      by: leaderOf(one, people).account,
      at: noon(after(one, steps.written)),
    })),
  )
  await putRows(
    tx,
    'draft.recommendation',
    each.map(({ one, its, by, at }) => ({
      id: its.id,
      problem_id: one.id,
      number: its.number,
      proposed_by: by,
      proposed_at: at,
    })),
  )
  await putRows(
    tx,
    'draft.section',
    each.map(({ one, its, section }) => ({
      id: section,
      problem_id: one.id,
      kind: 'recommendation',
      recommendation_id: its.id,
      heading: its.title,
      position: its.number,
    })),
  )
  const asClauses = ({ its }: (typeof each)[number]) =>
    its.clauses.map(({ id, number, text }) => ({ id, number, text, as: 'politician' }))
  await putRows(
    tx,
    'draft.recommendation_version',
    each.map((row) => ({
      recommendation_id: row.its.id,
      version: 1,
      change: 'proposed',
      title: row.its.title,
      text: row.its.text,
      clauses: asClauses(row),
      reason: '',
      written_by: row.by,
      written_as: 'politician',
      at: row.at,
      text_version: 1,
    })),
  )
  const cited = each.flatMap(({ its, ideas: some, section, by, at }) =>
    its.clauses.map((clause) => ({ clause, section, by, at, idea: pick(some, its.number * clauses + clause.number) })),
  )
  await putRows(
    tx,
    'draft.clause',
    cited.map(({ clause, section, by }) => ({
      id: clause.id,
      section_id: section,
      number: clause.number,
      text: clause.text,
      written_by: by,
      written_as: 'politician',
    })),
  )
  await putRows(
    tx,
    'draft.citation',
    cited.map(({ clause, idea }) => ({ clause_id: clause.id, cited_kind: 'idea', cited_id: idea })),
  )
  await putRows(
    tx,
    'thread.link',
    linkRows([
      ...cited.map(({ clause, idea, at }) => ({
        from: { kind: 'clause', id: clause.id },
        relation: 'cites',
        to: { kind: 'idea', id: idea },
        at,
      })),
      ...each.flatMap(({ its, at }) =>
        its.clauses.map((clause) => ({
          from: { kind: 'recommendation', id: its.id },
          relation: 'follows-from',
          to: { kind: 'clause', id: clause.id },
          at,
        })),
      ),
    ]),
  )
  await putRows(
    tx,
    'draft.text_version',
    texts.map(({ one, recommendations: written }) => ({
      problem_id: one.id,
      version: 1,
      content: {
        sections: each
          .filter((row) => row.one === one)
          .map(({ its, section }) => ({
            id: section,
            kind: 'recommendation',
            heading: its.title,
            clauses: its.clauses.map(({ id, text }) => ({ id, text })),
          })),
      },
      letters: Object.fromEntries(
        written.flatMap((its) => its.clauses.map(({ id, text }) => [id, { politician: text.length }])),
      ),
      reason: 'Written together',
      saved_by: leaderOf(one, people).account,
      saved_as: 'politician',
      at: noon(after(one, steps.written)),
    })),
  )
}
