import type { Body, EmptyBody, Jurisdiction, Politician, Seat } from '../../../platform/directory/index.ts'
import type { FieldError, TypedForm } from '../../../platform/http/index.ts'
import type { EverydayKey, Say } from '../../../platform/i18n/index.ts'
import type { StaffMember } from '../../../platform/identity/index.ts'
import type { SaySettings } from '../messages/words.ts'

type Target =
  | 'save'
  | 'body'
  | 'agendaRule'
  | 'mandateRules'
  | 'closingGrounds'
  | 'member'
  | 'term'
  | 'continueTerms'
  | 'chair'
  | 'invite'
  | 'link'
  | 'endSessions'
  | 'mailTest'
  | 'outline'
  | 'outlinePicture'
  | 'outbox'

export type SettingsPageProps = {
  readonly say: SaySettings
  readonly common: Say<EverydayKey>
  readonly title: string
  /** Of the place, as commands name it. */
  readonly slug: string
  readonly lang: string
  /** How many named places its outline has; null where it has none. */
  readonly outlinePlaces: number | null
  /** What was just done; null when nothing. */
  readonly done: string | null
  readonly errors: readonly FieldError[]
  /** What was typed into the form that came back; empty otherwise. */
  readonly typed: TypedForm['typed']
  /** What the place has now, as its form shows it. */
  readonly place: TypedForm['typed']
  readonly colors: { readonly accent: string | null; readonly brand: string | null }
  readonly spoken: readonly string[]
  /** What this place can be part of. */
  readonly parents: readonly Jurisdiction[]
  readonly bodies: readonly Body[]
  readonly parties: readonly Body[]
  /** Who must answer what residents raise, and from how many supports on; null while no rule is set. */
  readonly rule: { readonly body: string; readonly threshold: number } | null
  /** Who sits today. */
  readonly seats: readonly Seat[]
  readonly empty: readonly EmptyBody[]
  readonly today: Temporal.PlainDate
  readonly day: (day: Temporal.PlainDate) => string
  readonly staff: readonly StaffMember[]
  /** Politicians without an account, and with one. */
  readonly unlinked: readonly Politician[]
  readonly linked: readonly Politician[]
  readonly email: string
  readonly to: { readonly [Name in Target]: string }
}
