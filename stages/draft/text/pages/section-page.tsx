import type { Reader } from '../../../../platform/http/index.ts'
import {
  Actions,
  Button,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  StaffNote,
  TextArea,
  TextField,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { SayDraft } from '../../messages/words.ts'
import type { SectionContent } from '../document.ts'
import type { Conflict } from '../merging.ts'
import type { SayText } from '../messages/words.ts'
import { limits } from '../rules.ts'
import { fieldOf } from '../section-form.ts'
import { ThreeTexts } from './three-texts.tsx'
import { AlsoSave, Kind } from './write-page.tsx'

/** Why the form is there again though nothing in it is wrong. */
export type AskedBecause = 'conflicts' | 'gone' | 'changed'

export type SectionPageProps = {
  readonly reader: Reader
  readonly say: SayText
  readonly sayDraft: SayDraft
  readonly slug: string
  readonly question: string
  /** The section as the form goes out with it: what is typed is compared with this. */
  readonly opened: SectionContent
  /** What stands in the fields until something is typed. */
  readonly shown: SectionContent
  /** Where two people changed the same words. */
  readonly conflicts: readonly Conflict[]
  readonly asked: AskedBecause | null
  /** Its place in the text, from 1. */
  readonly place: number
  /** The version that saving would make. */
  readonly version: number
  /** Whether it is ticked to become a version, and why. */
  readonly saving: { readonly isTicked: boolean; readonly reason: string }
  readonly isStaff: boolean
  readonly errors: Errors
  readonly typed: Typed | undefined
}

/** One section as a form. Nothing of it is lost: what others wrote meanwhile is merged in, and where it cannot be, all of it is shown. */
export function SectionPage(props: SectionPageProps) {
  const { reader, say, sayDraft, slug, question, opened, shown, place, isStaff, errors, typed, asked } = props
  const kept = { errors, typed }
  const isGone = asked === 'gone'
  return (
    <div class="fm-stack fm-stack--6">
      <ErrorSummary title={asked ? say('asked.title') : reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={question}
        title={say('section.title', { number: place })}
        lead={asked ? say(`asked.${asked}`) : say('section.lead')}
      />
      {isStaff ? <StaffNote label={reader.common('staff')}>{sayDraft('staff.writing')}</StaffNote> : null}
      <Form
        action={reader.to('draft.change-section', { problem: slug, section: opened.id })}
        label={say('section.form')}
      >
        <HiddenField name="opened" value={JSON.stringify(opened)} />
        <HiddenField name="ids" value={shown.clauses.map(({ id }) => id).join(' ')} />
        {isGone ? (
          <Actions>
            <Button name="do" value="put-back">
              {say('asked.put-back')}
            </Button>
            <a href={reader.to('draft.write', { problem: slug })}>{say('asked.leave-out')}</a>
          </Actions>
        ) : (
          // Enter in a field presses the first button of a form. It must not be one that moves or takes out.
          <button class="fm-vh" name="do" value="keep" tabindex={-1} aria-hidden="true">
            {say('section.keep')}
          </button>
        )}
        <Kind say={say} value={shown.kind} {...kept} />
        <Texts
          say={say}
          conflict={props.conflicts.find((one) => one.place === 'heading')}
          name={say('section.heading')}
        />
        <TextField
          name="heading"
          label={say('section.heading')}
          value={shown.heading}
          maxLength={limits.mostHeading}
          required
          {...kept}
        />
        {shown.clauses.map(({ id }, i) => (
          <ClauseField {...props} id={id} number={i + 1} />
        ))}
        <TextArea name="further" label={say('section.further')} help={say('section.further-help')} rows={4} {...kept} />
        {isGone ? null : (
          <>
            <AlsoSave say={say} version={props.version} saving={props.saving} {...kept} />
            <Actions>
              <Button name="do" value="keep">
                {say('section.keep')}
              </Button>
            </Actions>
            <SectionActs {...props} />
          </>
        )}
      </Form>
    </div>
  )
}

type ClauseFieldProps = SectionPageProps & { readonly id: string; readonly number: number }

function ClauseField({ say, shown, conflicts, asked, errors, typed, id, number }: ClauseFieldProps) {
  const text = shown.clauses.find((clause) => clause.id === id)?.text ?? ''
  const name = say('section.clause', { number })
  const conflict = conflicts.find((one) => one.place === id)
  return (
    <>
      <Texts say={say} conflict={conflict} name={name} />
      <TextArea
        name={fieldOf(number)}
        label={name}
        help={number === 1 ? say('section.blank-line') : undefined}
        value={text}
        rows={Math.min(12, Math.max(3, Math.ceil(text.length / (conflict ? 35 : 70))))}
        maxLength={limits.mostClause}
        isUnmarked
        {...{ errors, typed }}
      />
      {asked === 'gone' ? null : (
        <Actions>
          {number > 1 ? <Arrange to={`up:${id}`}>{say('clause.up', { number })}</Arrange> : null}
          {number < shown.clauses.length ? <Arrange to={`down:${id}`}>{say('clause.down', { number })}</Arrange> : null}
          <Arrange to={`remove:${id}`}>{say('clause.remove', { number })}</Arrange>
        </Actions>
      )}
    </>
  )
}

function Texts({
  say,
  conflict,
  name,
}: {
  readonly say: SayText
  readonly conflict: Conflict | undefined
  readonly name: string
}) {
  return conflict ? <ThreeTexts say={say} conflict={conflict} name={name} /> : null
}

function SectionActs({ say, opened, place }: SectionPageProps) {
  const { id } = opened
  return (
    <fieldset class="ds-fieldset fm-field">
      <legend class="ds-label">{say('section.acts')}</legend>
      <p class="fm-field__help">{say('section.acts-help')}</p>
      <Actions>
        {place > 1 ? <Arrange to={`up:${id}`}>{say('section.up')}</Arrange> : null}
        <Arrange to={`down:${id}`}>{say('section.down')}</Arrange>
        <Arrange to={`remove:${id}`}>{say('section.remove')}</Arrange>
      </Actions>
    </fieldset>
  )
}

function Arrange({ to, children }: { readonly to: string; readonly children: string }) {
  return (
    <Button name="do" value={to} variant="tertiary" size="sm">
      {children}
    </Button>
  )
}
