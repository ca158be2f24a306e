import { sql } from 'kysely'
import { hasWords, saysWords } from '../../platform/db/index.ts'
import type { SaidByKind } from '../../platform/thread/index.ts'

/** What a text can come from: questions with their answers, what politicians heard, and facts that were ordered, with what was found. */
export const inquirySaid: SaidByKind<'question' | 'note' | 'evidence'> = {
  question: ({ jurisdiction }, { problem, words }) => sql`
    select q.id, null::uuid as within, q.number as at from inquiry.question q
    where q.jurisdiction_id = ${jurisdiction} and q.problem_id = ${problem}
      and ${
        words
          ? sql`(${hasWords('q', words.typed)} or exists (
              select from inquiry.round r
              where r.jurisdiction_id = q.jurisdiction_id and r.question_id = q.id and ${saysWords(sql`r.reply`, words.typed)}
            ))`
          : sql`true`
      }`,
  note: ({ jurisdiction }, { problem, words }) => sql`
    select n.id, null::uuid as within, n.number as at from inquiry.note n
    where n.jurisdiction_id = ${jurisdiction} and n.problem_id = ${problem} and ${words ? hasWords('n', words.typed) : sql`true`}`,
  evidence: ({ jurisdiction }, { problem, words }) => sql`
    select e.id, null::uuid as within, e.number as at from inquiry.evidence e
    where e.jurisdiction_id = ${jurisdiction} and e.problem_id = ${problem} and e.withdrawn_at is null and e.merged_into is null
      and ${
        words
          ? sql`(${hasWords('e', words.typed)} or exists (
              select from inquiry.finding f
              where f.jurisdiction_id = e.jurisdiction_id and f.evidence_id = e.id and ${hasWords('f', words.typed)}
                and not exists (
                  select from moderation.hidden h where h.jurisdiction_id = f.jurisdiction_id and h.about_id = f.id
                )
            ))`
          : sql`true`
      }`,
}
