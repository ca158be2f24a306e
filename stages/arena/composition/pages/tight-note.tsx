import { Note } from '../../../../ui/index.ts'
import type { SayComposition } from '../messages/words.ts'
import type { Tight } from '../room.ts'

/** That women and men take every seat, for whom none is left then, and what would help while it can still be changed. */
export function TightNote({
  say,
  tight,
  isFixed,
}: {
  readonly say: SayComposition
  readonly tight: Tight
  readonly isFixed: boolean
}) {
  const { of, help, share, seats, least, enough, lower } = tight
  return (
    <Note icon="info">
      <p>
        {say(`tight.${of}`, { share, seats, least })}{' '}
        {isFixed
          ? say('tight.fixed')
          : help === 'none'
            ? null
            : say(`tight.help-${help}`, { enough: enough ?? 0, lower: lower ?? 0 })}
      </p>
    </Note>
  )
}
