import type { Reader } from '../../../../platform/http/index.ts'
import type { EverydayKey } from '../../../../platform/i18n/index.ts'
import type { Tombstone as Hidden } from '../../../../platform/moderation/index.ts'
import { Tombstone } from '../../../../ui/index.ts'
import type { SayHandover } from '../messages/words.ts'

export type StoneThereProps = {
  readonly reader: Reader
  readonly say: SayHandover
  readonly stone: Hidden
  /** Where it was hidden. */
  readonly place: string
  /** What follows from it here. */
  readonly here: string
}

/** Stands where words stood that were hidden in the place they came from: when, by whom, under which rule, why, and what now. */
export function StoneThere({ reader, say, stone, place, here }: StoneThereProps) {
  const title = say('hidden.title', {
    place,
    day: reader.time.day(stone.at),
    role: reader.common(`role.${stone.role}` as EverydayKey), // roles and rules are closed sets with a word each
    rule: reader.common(`rule.${stone.rule}` as EverydayKey),
  })
  return (
    <Tombstone
      title={title}
      reason={
        <>
          <p>{stone.reason}</p>
          <p>{here}</p>
        </>
      }
    />
  )
}
