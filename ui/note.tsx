import type { Child } from 'hono/jsx'
import { Heading, type Level } from './heading.tsx'
import { Icon, type IconName } from './icon.tsx'

export type NoteProps = { readonly icon?: IconName | undefined; readonly children: Child }

/** Something worth knowing, quietly. */
export function Note({ icon, children }: NoteProps) {
  return (
    <div class="fm-note fm-note--row">
      {icon ? <Icon name={icon} /> : null}
      <div class="fm-small fm-stack fm-stack--2">{children}</div>
    </div>
  )
}

export type DoneNoteProps = {
  /** "Your problem is raised." */
  readonly text: string
  /** What happens next, and when. */
  readonly next?: string | undefined
}

/** What the reader has just done, said once at the top of the page she comes to. */
export function DoneNote({ text, next }: DoneNoteProps) {
  return (
    <div class="fm-done" role="status">
      <Icon name="agree" />
      <div>
        <p class="fm-done__text">{text}</p>
        {next ? <p>{next}</p> : null}
      </div>
    </div>
  )
}

export type StaffLabelProps = { readonly children: Child }

/** "Staff", "Staff text": dashed, wherever public employees write. */
export function StaffLabel({ children }: StaffLabelProps) {
  return <span class="fm-staff">{children}</span>
}

export type StaffNoteProps = {
  /** "Staff text" */
  readonly label: string
  /** "Written by Berit Lang, officer, at the group's request of 9 November." */
  readonly by?: Child | undefined
  readonly children: Child
}

/** What staff wrote, on hatched ground, so that nobody takes it for a politician's or a member's word. */
export function StaffNote({ label, by, children }: StaffNoteProps) {
  return (
    <div class="fm-staffnote">
      <p class="fm-row fm-mini">
        <StaffLabel>{label}</StaffLabel>
        {by ? <span>{by}</span> : null}
      </p>
      <div class="fm-staffnote__text">{children}</div>
    </div>
  )
}

export type EmptyProps = {
  readonly title: string
  readonly children: Child
  /** What to do next: a `<ButtonLink>`. */
  readonly action?: Child | undefined
  readonly level?: Level | undefined
}

/** Nothing here yet, why, and what to do next. */
export function Empty({ title, children, action, level = 3 }: EmptyProps) {
  return (
    <div class="fm-empty">
      <Heading level={level}>{title}</Heading>
      <div class="fm-small fm-muted">{children}</div>
      {action ? <div class="fm-act">{action}</div> : null}
    </div>
  )
}

export type TombstoneProps = {
  /** "This question was hidden on 4 May 2026." */
  readonly title: string
  /** The rule it broke, and who decided. */
  readonly reason: Child
  /** How to appeal, where the public log stands. */
  readonly links?: Child | undefined
}

/** What was taken away leaves its place, with the reason. */
export function Tombstone({ title, reason, links }: TombstoneProps) {
  return (
    <div class="fm-tombstone">
      <Icon name="hidden" />
      <div class="fm-stack fm-stack--2">
        <p class="fm-tombstone__title">{title}</p>
        <div class="fm-mini">{reason}</div>
        {links ? <p class="fm-mini">{links}</p> : null}
      </div>
    </div>
  )
}

export type QuoteProps = {
  readonly children: Child
  readonly by?: Child | undefined
  readonly isBig?: boolean | undefined
  readonly lang?: string | undefined
}

/** Someone's own words; `by` is a `<PersonChip>` or a line. */
export function Quote({ children, by, isBig, lang }: QuoteProps) {
  return (
    <figure class="fm-quote">
      <blockquote class={isBig ? 'fm-rectext' : undefined} lang={lang}>
        {typeof children === 'string' ? <p>{children}</p> : children}
      </blockquote>
      {by ? <figcaption class="fm-mini">{by}</figcaption> : null}
    </figure>
  )
}

export type ConfirmationProps = {
  /** The h1: "Your problem is raised". */
  readonly title: string
  readonly lead?: Child | undefined
  readonly children?: Child | undefined
}

/** It is done. Below it say what happens next and when. */
export function Confirmation({ title, lead, children }: ConfirmationProps) {
  return (
    <div class="fm-confirm" role="status">
      <span class="fm-answer__badge">
        <Icon name="agree" />
      </span>
      <div class="fm-stack fm-stack--2">
        <h1>{title}</h1>
        {lead ? <p class="fm-lead">{lead}</p> : null}
        {children}
      </div>
    </div>
  )
}

export type DetailsProps = {
  readonly summary: Child
  readonly isOpen?: boolean | undefined
  readonly id?: string | undefined
  readonly children: Child
}

/** More, for those who want it. */
export function Details({ summary, isOpen, id, children }: DetailsProps) {
  return (
    <details class="fm-details" id={id} open={isOpen || undefined}>
      <summary>{summary}</summary>
      <div class="fm-stack">{children}</div>
    </details>
  )
}
