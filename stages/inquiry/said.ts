import { sql } from 'kysely'
import { hasWords } from '../../platform/db/index.ts'
import { ofCase, type SaidByKind } from '../../platform/thread/index.ts'

/** What a text can come from: questions with their answers, what politicians heard, and facts that were ordered, with what was found. */
export const inquirySaid: SaidByKind<'question' | 'note' | 'evidence'> = {
  question: ({ jurisdiction }, about) => sql`
    select q.id, null::uuid as within, q.number as at from inquiry.question q
    where q.jurisdiction_id = ${jurisdiction} and ${ofCase('q.problem_id', about)}
      and ${
        about.words
          ? sql`(${hasWords('q', about.words.typed)} or exists (
              select from inquiry.round r
              where r.jurisdiction_id = q.jurisdiction_id and r.question_id = q.id and ${hasWords('r', about.words.typed)}
            ))`
          : sql`true`
      }`,
  note: ({ jurisdiction }, about) => sql`
    select n.id, null::uuid as within, n.number as at from inquiry.note n
    where n.jurisdiction_id = ${jurisdiction} and ${ofCase('n.problem_id', about)} and ${about.words ? hasWords('n', about.words.typed) : sql`true`}`,
  evidence: ({ jurisdiction }, about) => sql`
    select e.id, null::uuid as within, e.number as at from inquiry.evidence e
    where e.jurisdiction_id = ${jurisdiction} and ${ofCase('e.problem_id', about)} and e.withdrawn_at is null and e.merged_into is null
      and ${
        about.words
          ? sql`(${hasWords('e', about.words.typed)} or exists (
              select from inquiry.finding f
              where f.jurisdiction_id = e.jurisdiction_id and f.evidence_id = e.id and ${hasWords('f', about.words.typed)}
                and not exists (
                  select from moderation.hidden h where h.jurisdiction_id = f.jurisdiction_id and h.about_id = f.id
                )
            ))`
          : sql`true`
      }`,
}
