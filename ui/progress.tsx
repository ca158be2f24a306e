export type ProgressPart = 'done' | 'late' | 'doing' | 'waiting'

export type ProgressBarProps = { readonly label: string; readonly parts: readonly ProgressPart[] }

/** Many small parts, one each: tasks or commitments. What is promised is dashed, what is late is cut. */
export function ProgressBar({ label, parts }: ProgressBarProps) {
  return (
    <div class="fm-progbar" role="img" aria-label={label}>
      {parts.map((part) => (
        <i class={`is-${part}`} />
      ))}
    </div>
  )
}

export type BeadsProps = { readonly label: string; readonly done: number; readonly of: number }

/** What is answered and what remains, with the present one marked. */
export function Beads({ label, done, of }: BeadsProps) {
  return (
    <div class="fm-beads" role="img" aria-label={label}>
      {Array.from({ length: of }, (_, i) => (
        <i class={i < done ? 'is-done' : i === done ? 'is-now' : undefined} />
      ))}
    </div>
  )
}

export type PipsProps = {
  /** Everything the pips show: "9 of 15 agree, 3 do not, 3 have not said". */
  readonly label: string
  readonly agree: number
  readonly disagree: number
  readonly silent: number
  /** The words that stand under them; `label` if left out. */
  readonly words?: string | undefined
}

/** Where a small group stands, one pip a person: full agrees, cut does not, empty has not said. */
export function Pips({ label, agree, disagree, silent, words }: PipsProps) {
  const kinds = [...Array(agree).fill('is-yes'), ...Array(disagree).fill('is-no'), ...Array(silent).fill(undefined)]
  return (
    <div class="fm-agr15">
      <span class="fm-pips" role="img" aria-label={label}>
        {kinds.map((kind: string | undefined) => (
          <i class={kind} />
        ))}
      </span>
      <span class="fm-mini">{words ?? label}</span>
    </div>
  )
}

export type ShareBarProps = { readonly share: number; readonly words: string }

/** A share as a short bar with its middle marked, and the number. For cells of a table. */
export function ShareBar({ share, words }: ShareBarProps) {
  return (
    <span class="fm-share">
      <svg class="fm-agr" viewBox="0 0 96 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
        <rect class="fm-agr__ground" width="96" height="10" rx="2" />
        <rect class="fm-agr__part" width={(96 * Math.min(1, Math.max(0, share))).toFixed(1)} height="10" rx="2" />
        <rect class="fm-agr__middle" x="47.25" width="1.5" height="10" />
      </svg>
      <span class="fm-num">{words}</span>
    </span>
  )
}

export type PartsBarProps = { readonly parts: readonly number[] }

/** How a whole falls into parts, from the low end to the high, the last the darkest. The numbers stand beside it: the bar is silent. */
export function PartsBar({ parts }: PartsBarProps) {
  const whole = parts.reduce((sum, part) => sum + part, 0)
  let from = 0
  return (
    <svg class="fm-parts" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {parts.map((part, at) => {
        const [x, width] = [(100 * from) / whole, (100 * part) / whole]
        from += part
        const depth = parts.length === 1 ? 1 : at / (parts.length - 1)
        return (
          <rect x={x.toFixed(1)} width={width.toFixed(1)} height="10" fill-opacity={(0.2 + 0.8 * depth).toFixed(2)} />
        )
      })}
    </svg>
  )
}

export type GoalBarProps = { readonly done: number; readonly goal: number }

/** How far a count has come towards its goal. The numbers stand beside it in words: the bar itself is silent. */
export function GoalBar({ done, goal }: GoalBarProps) {
  const share = Math.min(1, Math.max(0, done / Math.max(1, goal)))
  return (
    <svg class="fm-goal" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">
      <rect class="fm-goal__ground" width="100" height="12" />
      <rect class="fm-goal__part" width={(100 * share).toFixed(1)} height="12" />
    </svg>
  )
}
