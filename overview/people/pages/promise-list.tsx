import type { Reader } from '../../../platform/http/index.ts'
import { Clock, OweList } from '../../../ui/index.ts'
import { DueClock } from '../../due-clock.tsx'
import type { SayPeople } from '../messages/words.ts'
import type { PromiseLine } from '../promises.ts'

export type PromiseListProps = {
  readonly reader: Reader
  readonly say: SayPeople
  readonly now: Temporal.Instant
  readonly promises: readonly PromiseLine[]
  readonly size?: 's' | undefined
}

/** What somebody said she would do: each with its day and how it stands, in words. */
export function PromiseList({ reader, say, now, promises, size }: PromiseListProps) {
  return (
    <OweList
      items={promises.map(({ title, href, question, due, standing }) => ({
        title,
        href,
        line: say('in-case', { question }),
        clock:
          standing === 'dropped' || due === null ? (
            <Clock
              state="ok"
              share={0}
              words={say(standing === 'open' ? 'promise.no-day' : `promise.${standing}`)}
              size={size}
            />
          ) : (
            <DueClock
              due={due}
              isDone={standing === 'kept'}
              now={now}
              time={reader.time}
              common={reader.common}
              size={size}
            />
          ),
      }))}
    />
  )
}
