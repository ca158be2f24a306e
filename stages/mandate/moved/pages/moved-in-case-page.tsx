import {
  Button,
  ButtonLink,
  Details,
  Empty,
  ErrorSummary,
  Form,
  Head,
  List,
  Note,
  Said,
  TextArea,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import type { Moved } from '../store.ts'
import { OneMove, type MovedWriter } from './one-move.tsx'

export type MovedInCasePageProps = MovedWriter & {
  readonly problem: Problem
  readonly moved: readonly Moved[]
  readonly hasMandate: boolean
  readonly mayEnter: boolean
  readonly mayConfirm: (moved: Moved) => boolean
  readonly isOwn: (moved: Moved) => boolean
  readonly mayGiveBack: (moved: Moved) => boolean
  readonly errors: Errors
  readonly typed: Typed
  /** Whose form came back with errors. */
  readonly atNumber: number
}

/** What the group of one case was given from standing committees, by which votes, and what stayed. */
export function MovedInCasePage(props: MovedInCasePageProps) {
  const { reader, say, problem, moved, hasMandate, mayEnter, errors } = props
  const enter = mayEnter ? (
    <ButtonLink href={reader.to('mandate.entering-move', { problem: problem.slug })}>{say('enter.title')}</ButtonLink>
  ) : undefined
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('case.title')}
        lead={say('case.lead')}
      >
        {moved.length > 0 && enter ? <div class="fm-act">{enter}</div> : null}
      </Head>
      <Note icon="locked">
        <p>{say('stays-note')}</p>
      </Note>
      {moved.length === 0 ? (
        <Empty title={say('case.none')} level={2} action={enter}>
          <p>{say(hasMandate ? 'case.none-next' : 'case.no-mandate')}</p>
        </Empty>
      ) : (
        <List
          items={moved.map((one) => (
            <OneMove {...props} moved={one} lang={problem.language}>
              <Acts {...props} one={one} />
            </OneMove>
          ))}
        />
      )}
      <p class="fm-small">
        <a href={reader.to('mandates.moved')}>{say('to-place')}</a>
      </p>
    </>
  )
}

function Acts(props: MovedInCasePageProps & { readonly one: Moved }) {
  const { reader, say, problem, one, mayConfirm, isOwn, mayGiveBack, errors, typed, atNumber } = props
  const at = { problem: problem.slug, number: one.number }
  if (mayConfirm(one))
    return (
      <Form action={reader.to('mandate.confirm-move', at)} label={say('confirm.send')}>
        <p class="fm-small">{say('confirm.lead')}</p>
        <Button>{say('confirm.send')}</Button>
      </Form>
    )
  if (isOwn(one)) return <p class="fm-small fm-muted">{say('confirm.own')}</p>
  if (!mayGiveBack(one)) return null
  const isHere = atNumber === one.number
  return (
    <Details summary={say('back.title')} isOpen={isHere}>
      <Form action={reader.to('mandate.give-back', at)} label={say('back.title')}>
        <TextArea
          name="words"
          within={isHere ? undefined : String(one.number)}
          label={say('back.words')}
          help={say('back.words-help')}
          rows={3}
          maxLength={1000}
          required
          typed={isHere ? typed : {}}
          errors={isHere ? errors : []}
        />
        <Button>{say('back.send')}</Button>
      </Form>
    </Details>
  )
}
