import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

export type AnswerKind = 'accepted' | 'changed' | 'referred' | 'parked' | 'rejected' | 'waiting'

export type AnswerProps = {
  readonly id: string
  readonly kind: AnswerKind
  /** "The council's answer" */
  readonly eyebrow: string
  /** "Accepted with changes" */
  readonly title: string
  readonly lead?: Child | undefined
  /** Who answers (`<PersonChip>`), when (`<Clock>`), the vote (`<Seats>`). */
  readonly facts?: readonly Child[] | undefined
  /** Reason, word by word changes, commitments. */
  readonly children?: Child | undefined
}

/** The council's answer, big. Stitched while it waits, or is parked, or is sent on. */
export function Answer({ id, kind, eyebrow, title, lead, facts = [], children }: AnswerProps) {
  return (
    <section class={`fm-answer is-${kind}`} aria-labelledby={id}>
      <div class="fm-answer__top">
        <span class="fm-answer__badge">
          <Icon name={answerIcons[kind]} />
        </span>
        <div class="fm-stack fm-stack--2">
          <p class="fm-eyebrow">{eyebrow}</p>
          <h2 id={id}>{title}</h2>
          {lead ? <p class="fm-lead">{lead}</p> : null}
        </div>
      </div>
      {facts.length > 0 ? (
        <div class="fm-answer__meta">
          {facts.map((fact) => (
            <div class="fm-stack fm-stack--2">{fact}</div>
          ))}
        </div>
      ) : null}
      {children}
    </section>
  )
}

/** The same sign for an answer everywhere: block, tag and thread. */
export const answerIcons: Readonly<Record<AnswerKind, IconName>> = {
  accepted: 'agree',
  changed: 'edit',
  referred: 'refer',
  parked: 'parked',
  rejected: 'disagree',
  waiting: 'clock',
}
