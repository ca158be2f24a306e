export type ClockProps = {
  readonly state: 'ok' | 'soon' | 'today' | 'late' | 'done'
  /** Inside the ring: days left, or "4 h". */
  readonly number?: string | undefined
  /** "in 12 days", "11 days overdue", "Answered in time". */
  readonly words: string
  /** The exact date with its zone; or what it is about. */
  readonly date?: string | undefined
  /** Share of the time that is left, 0–1. */
  readonly share?: number | undefined
  readonly size?: 's' | 'l' | undefined
}

const around = 2 * Math.PI * 17

/** Time until a promise is due. Colour never speaks alone: the ring, the number and the words say it too. */
export function Clock({ state, number = '', words, date, share, size }: ClockProps) {
  return (
    <div class={`fm-clock fm-clock--${state}${size ? ` is-${size}` : ''}`}>
      <svg viewBox="0 0 44 44" aria-hidden="true" focusable="false">
        <Dial state={state} share={share} />
        {state === 'done' ? null : (
          <text x="22" y="27" text-anchor="middle" class={number.length > 3 ? 'is-long' : undefined}>
            {number}
          </text>
        )}
      </svg>
      <div class="fm-clock__words">
        <strong>{words}</strong>
        {date ? <span>{date}</span> : null}
      </div>
    </div>
  )
}

const fallback = { ok: 0.65, soon: 0.12, today: 0.06, late: 0, done: 1 } as const

function Dial({ state, share }: Pick<ClockProps, 'state' | 'share'>) {
  if (state === 'late') {
    return (
      <>
        <circle class="fm-clock__disc" cx="22" cy="22" r="19" />
        <path class="fm-clock__cut" d="M22 0v7M22 37v7" />
      </>
    )
  }
  if (state === 'done') {
    return (
      <>
        <circle class="fm-clock__track" cx="22" cy="22" r="17" />
        <path class="fm-clock__tick" d="M14.5 22.5l5 5 10-10.5" />
      </>
    )
  }
  const left = Math.min(1, Math.max(0.03, share ?? fallback[state])) * around
  return (
    <>
      <circle class="fm-clock__track" cx="22" cy="22" r="17" />
      <circle
        class="fm-clock__arc"
        cx="22"
        cy="22"
        r="17"
        stroke-dasharray={`${left.toFixed(1)} ${around.toFixed(1)}`}
        transform="rotate(-90 22 22)"
      />
    </>
  )
}
