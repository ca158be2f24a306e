import type { Reader } from '../../../platform/http/index.ts'
import type { Delegation } from '../../../platform/identity/index.ts'
import { List, Section, StaffLabel } from '../../../ui/index.ts'
import type { SayDelegate } from '../messages/words.ts'

type PreparedByProps = {
  readonly reader: Reader
  readonly say: SayDelegate
  /** Of the politician. */
  readonly name: string
  readonly those: readonly Delegation[]
}

/** Who prepares for her, and until when. */
export function PreparedBy({ reader, say, name, those }: PreparedByProps) {
  return (
    <Section id="prepares" title={say('public', { name })} lead={say('public-lead', { name })} size="mid">
      <List
        isTight
        items={those.map((one) => (
          <>
            <p class="fm-row">
              {one.name}
              {one.isStaff ? <StaffLabel>{reader.common('staff')}</StaffLabel> : null}
            </p>
            <p class="fm-mini">
              {say('public-line', { day: reader.time.day(one.endsAt.subtract({ milliseconds: 1 })) })}
            </p>
          </>
        ))}
      />
    </Section>
  )
}
