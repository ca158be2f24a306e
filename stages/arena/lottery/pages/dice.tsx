import { threeDigits } from '../commitment.ts'
import type { SayLottery } from '../messages/words.ts'

export type DiceProps = {
  readonly say: SayLottery
  /** Null while they have not been thrown. */
  readonly panel: number | null
  /** Nobody throws where a beacon gives the number: then they are three plain digits. */
  readonly isByBeacon: boolean
}

const places = ['dice.hundreds', 'dice.tens', 'dice.ones'] as const

/** The number: three dice of ten sides, hundreds, tens, ones. Dashed before it is known. */
export function Dice({ say, panel, isByBeacon }: DiceProps) {
  const digits = panel === null ? ['', '', ''] : [...threeDigits(panel)]
  const label =
    panel === null
      ? say(isByBeacon ? 'beacon.coming' : 'dice.coming')
      : say(isByBeacon ? 'beacon.shown' : 'dice.shown', {
          first: digits[0] ?? '',
          second: digits[1] ?? '',
          third: digits[2] ?? '',
        })
  return (
    <div class="fm-dice" role="img" aria-label={label}>
      {places.map((place, at) => (
        <div class={panel === null ? 'fm-die is-coming' : 'fm-die'}>
          <svg viewBox="0 0 84 92" aria-hidden="true" focusable="false">
            {isByBeacon ? (
              <path d="M10 10h64v72H10z" />
            ) : (
              <>
                <path d="M42 3 80 38 72 70 42 89 12 70 4 38z" />
                <path
                  class="is-inner"
                  d="M42 3 66 56 42 70 18 56zM18 56 4 38M66 56l14-18M18 56l-6 14M66 56l6 14M42 70v19"
                />
              </>
            )}
            <text x="42" y={isByBeacon ? 58 : 53} text-anchor="middle">
              {digits[at]}
            </text>
          </svg>
          <span>{say(place)}</span>
        </div>
      ))}
    </div>
  )
}
