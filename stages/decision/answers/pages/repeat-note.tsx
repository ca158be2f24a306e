import type { Reader } from '../../../../platform/http/index.ts'
import { Note } from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import type { SayDecision } from '../../messages/words.ts'
import type { Repeat } from '../repeats.ts'

export type RepeatNoteProps = {
  readonly reader: Reader
  readonly say: SayDecision
  readonly problem: Pick<Problem, 'slug'>
  readonly repeats: readonly Repeat[]
}

const mostShown = 3

/** Which other answers give nearly the same reason, the likest first, and how alike they are. */
export function RepeatNote(props: RepeatNoteProps) {
  return (
    <Note icon="info">
      <Repeated {...props} />
    </Note>
  )
}

export function Repeated({ reader, say, problem, repeats }: RepeatNoteProps) {
  const likest = repeats.toSorted((a, b) => b.share - a.share || a.number - b.number)
  const more = likest.length - mostShown
  return (
    <>
      {likest.slice(0, mostShown).map(({ number, share }) => (
        <p>
          {say('repeat.words', { share })}{' '}
          <a href={reader.to('decision.recommendation', { problem: problem.slug, number })}>
            {say('repeat.other', { number })}
          </a>
        </p>
      ))}
      {more > 0 ? <p>{say('repeat.more', { count: more })}</p> : null}
    </>
  )
}
