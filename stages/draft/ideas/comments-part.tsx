import type { Child } from 'hono/jsx'
import type { FieldError, Visit } from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import type { Problem } from '../../problem/index.ts'
import { draftWords } from '../messages/words.ts'
import { commentByNumber, commentCount, commentsOf, commentsOnPage } from './comment-store.ts'
import { stateOfIdea } from './in-idea.ts'
import { pagesOf } from './list-rules.ts'
import { ideasWords } from './messages/words.ts'
import { Comments } from './pages/comments.tsx'
import * as rules from './rules.ts'
import type { Idea } from './store.ts'

type Asked = { readonly problem: Problem; readonly idea: Idea; readonly errors: readonly FieldError[] }

/** The comments of an idea, the page of them that the address asks for. */
export async function commentsPart(visit: Visit, { problem, idea, errors }: Asked): Promise<Child> {
  const asked = wholeNumber(visit.query.get('page')) ?? 1
  const replyTo = wholeNumber(visit.form.typed['replyTo']?.[0] ?? visit.query.get('reply'))
  const [comments, count, replied] = await Promise.all([
    commentsOf(visit.read, idea.id, asked),
    commentCount(visit.read, idea.id),
    replyTo === null ? undefined : commentByNumber(visit.read, idea.id, replyTo),
  ])
  const [writers, hidden] = await Promise.all([
    bylines(
      visit.read,
      comments.map(({ writtenBy }) => writtenBy),
    ),
    hiddenAmong(visit.read, [...comments.map(({ id }) => id), ...(replied ? [replied.id] : [])]),
  ])
  return (
    <Comments
      reader={visit}
      say={ideasWords.say(visit.lang)}
      sayDraft={draftWords.say(visit.lang)}
      {...{ comments, count, writers, hidden, errors }}
      slug={problem.slug}
      number={idea.number}
      page={asked}
      lastPage={pagesOf(count, commentsOnPage)}
      replyTo={replied && replied.head === replied.number ? replied : null}
      mayComment={problem.source === null && rules.comment(stateOfIdea(idea), null, visit.actor).ok}
      typed={visit.form.typed}
    />
  )
}

/** From 1; null for what we did not write. */
function wholeNumber(text: string | null | undefined): number | null {
  return /^[1-9]\d{0,6}$/.test(text ?? '') ? Number(text) : null
}
