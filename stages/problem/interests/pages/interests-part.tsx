import type { Reader } from '../../../../platform/http/index.ts'
import { List, Note, Prose, Section } from '../../../../ui/index.ts'
import type { SayInterest } from '../messages/words.ts'
import type { DeclaredCaseInterest, Standing } from '../standing.ts'
import { interestsLine } from './interest-rows.tsx'

export type InterestsPartProps = {
  readonly reader: Reader
  readonly say: SayInterest
  readonly slug: string
  readonly interests: readonly DeclaredCaseInterest[]
  readonly standing: Standing | null
}

/** Which organisations want what in a case; and the way there for one that has not said it. */
export function InterestsPart(props: InterestsPartProps) {
  const { reader, say, interests, standing } = props
  return (
    <Section id="interests" title={say('part.title')} size="aside">
      {interests.length === 0 ? <p class="fm-small fm-muted">{say('part.none')}</p> : null}
      {interests.length === 0 ? null : (
        <List
          items={interests.map(({ of, wants }) => (
            <div class="fm-stack fm-stack--2">
              <a href={reader.to('problem.declaration', { organisation: of.slug })}>{of.organisation}</a>
              <span class="fm-mini">{interestsLine(say, of)}</span>
              <Prose text={wants} size="small" />
            </div>
          ))}
        />
      )}
      {standing?.isDeclared && standing.isInCase ? (
        <p class="fm-small">
          <a href={reader.to('problem.declaring-interest', { problem: props.slug })}>{say('note.mine')}</a>
        </p>
      ) : null}
    </Section>
  )
}

export type LeadToRegisterProps = Pick<InterestsPartProps, 'reader' | 'say' | 'standing'> & {
  readonly slug?: string | undefined
}

/** Leads an organisation to say what it is before its words are read; nothing for everybody else. */
export function LeadToRegister({ reader, say, standing, slug }: LeadToRegisterProps) {
  if (standing === null || (standing.isDeclared && (standing.isInCase || slug === undefined))) return null
  const { isDeclared } = standing
  const href =
    isDeclared && slug !== undefined
      ? reader.to('problem.declaring-interest', { problem: slug })
      : reader.to('problem.declaring')
  return (
    <Note icon="document">
      <p>{say(isDeclared ? 'note.not-in-case' : 'note.undeclared')}</p>
      <p>
        <a href={href}>{say(isDeclared ? 'note.not-in-case-act' : 'note.undeclared-act')}</a>
      </p>
    </Note>
  )
}
