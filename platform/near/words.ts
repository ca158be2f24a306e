import { sql, type RawBuilder } from 'kysely'
import type { Read, Sought } from '../db/index.ts'
import type { Asked } from './rules.ts'

// Who types more has said enough by then; each word costs a look into the index.
const mostWords = 40

/**
 * Words as they were typed, each with its stems. A thing is indexed in the language it was written in, which need not be one
 * of the place: so a word is looked for as each of them would cut it. One that only joins others, in a language of the place, is
 * left out: `the` stands in no English index. `more` adds stems that a word alone would not give.
 */
export async function cutWords(
  read: Read,
  { words, configurations }: Sought,
  more: RawBuilder<unknown> = sql``,
): Promise<readonly Asked[]> {
  const typed = [...new Set(words.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [])].slice(0, mostWords)
  if (typed.length === 0) return []
  const { rows } = await sql<Asked>`
    select w.word,
      array(
        select distinct s.lexeme
        from unnest(array['english', 'danish', 'simple']) c, unnest(to_tsvector(c::regconfig, w.word)) s
        ${more}
        order by 1
      ) as stems
    from unnest(${typed}::text[]) with ordinality w (word, place)
    where not exists (
      select from unnest(${[...configurations]}::text[]) c where to_tsvector(c::regconfig, w.word) = ''
    )
    order by w.place`.execute(read)
  return rows.filter(({ stems }) => stems.length > 0)
}
