import type { Reader } from '../../../../platform/http/index.ts'
import { Head, Said } from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import { forgettingWords } from '../messages/words.ts'

export type ErasedPageProps = {
  readonly reader: Reader
  readonly problem: Problem
  readonly erasedAt: Temporal.Instant
  readonly isUnanswered: boolean
}

/** What is left of somebody's application, for her alone. */
export function ErasedPage({ reader, problem, erasedAt, isUnanswered }: ErasedPageProps) {
  const say = forgettingWords.say(reader.lang)
  return (
    <>
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('mine.title')}
        lead={say(isUnanswered ? 'mine.no-answer' : 'mine.text', { day: reader.time.day(erasedAt) })}
      />
      <p>
        <a class="fm-link" href={reader.to('arena.people', { problem: problem.slug })}>
          {say('mine.back')}
        </a>
      </p>
    </>
  )
}
