import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'

export type StatementCardProps = {
  readonly id: string
  readonly text: string
  readonly by?: Child | undefined
  readonly lang?: string | undefined
  readonly room?: StatementRoom | undefined
  readonly arriving?: Arriving | undefined
}

/** How much room is kept for it, whatever it says: the answers below stay where the thumb is. */
export type StatementRoom = 'short' | 'middle' | 'long'

/** Where statements follow each other the focus comes to the card: what is read out there is all that is new. */
export type Arriving = {
  readonly labelledBy: string
  readonly describedBy?: string | undefined
  /** Not at the first one: there one reads the page from its top. */
  readonly isNow: boolean
}

/** One statement to think about. */
export function StatementCard({ id, text, by, lang, room, arriving }: StatementCardProps) {
  return (
    <div
      class={room ? `fm-statement is-${room}` : 'fm-statement'}
      role={arriving ? 'group' : undefined}
      tabindex={arriving ? -1 : undefined}
      autofocus={arriving?.isNow}
      aria-labelledby={arriving?.labelledBy}
      aria-describedby={arriving?.describedBy}
    >
      <p id={id} class="fm-statement__text" lang={lang}>
        {text}
      </p>
      {by ? <p class="fm-statement__by">{by}</p> : null}
    </div>
  )
}

export type AnswerChoice = 'agree' | 'disagree' | 'pass'

export type AnswerButtonsProps = {
  /** Name of the group for screen readers: "Your answer". */
  readonly label: string
  readonly name: string
  readonly choices: readonly { readonly choice: AnswerChoice; readonly word: string; readonly hint: string }[]
  /** What was answered before. */
  readonly chosen?: AnswerChoice | undefined
  /** "On a keyboard: press 1, 2 or 3." Shown where there is script. */
  readonly keys?: string | undefined
}

/** Three big answers, in a `<Form>`. Keys 1 to 3 press them where there is script. */
export function AnswerButtons({ label, name, choices, chosen, keys }: AnswerButtonsProps) {
  return (
    <fm-vote-keys class="fm-votekeys">
      <div class="fm-answers" role="group" aria-label={label}>
        {choices.map(({ choice, word, hint }, i) => (
          <button
            class={`fm-ans fm-ans--${choice}${choice === chosen ? ' is-chosen' : ''}`}
            type="submit"
            name={name}
            value={choice}
          >
            <span class="fm-ans__mark" aria-hidden="true">
              <svg viewBox="0 0 56 56" focusable="false">
                <path d={marks[choice].ground} />
              </svg>
              <Icon name={marks[choice].icon} />
            </span>
            <span class="fm-ans__word">{word}</span>
            <span class="fm-ans__hint">{hint}</span>
            <kbd aria-hidden="true">{i + 1}</kbd>
          </button>
        ))}
      </div>
      {keys ? <p class="fm-mini fm-keys">{keys}</p> : null}
    </fm-vote-keys>
  )
}

const marks: Readonly<Record<AnswerChoice, { readonly ground: string; readonly icon: IconName }>> = {
  agree: { ground: 'M28 3a25 25 0 1 1 0 50a25 25 0 1 1 0-50z', icon: 'agree' },
  disagree: { ground: 'M18 3h20l15 15v20L38 53H18L3 38V18z', icon: 'disagree' },
  pass: {
    ground: 'M10 4h36a6 6 0 0 1 6 6v36a6 6 0 0 1-6 6H10a6 6 0 0 1-6-6V10a6 6 0 0 1 6-6z',
    icon: 'pass',
  },
}

export type UndoProps = {
  readonly id?: string | undefined
  /** What was just done: "You agreed with “Every school…”." */
  readonly words: string
  /** A `<Form shape="inline">` with a tertiary button, or a link. */
  readonly undo?: Child | undefined
}

/** What was just done, and the way back. Read out as the description of what has the focus, so it is no live region of its own. */
export function Undo({ id, words, undo }: UndoProps) {
  return (
    <div class="fm-undo">
      <Icon name="agree" />
      <span id={id}>{words}</span>
      {undo}
    </div>
  )
}
