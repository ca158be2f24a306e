import { isSignedIn } from '@folkmoot/basics/actor.ts'
import {
  ButtonLink,
  Columns,
  ErrorSummary,
  Head,
  People,
  Prose,
  Said,
  Section,
  StateTag,
} from '../../../../ui/index.ts'
import { shownAs } from '../../../problem/index.ts'
import { fewestShown } from '../../pages/call.tsx'
import { Given } from './given.tsx'
import { HiddenText } from './hidden-text.tsx'
import { Close, TakePart } from './take-part.tsx'
import type { GroupPageProps } from './props.ts'
import { ReportForm, Reports } from './reports.tsx'
import { ReportThis } from './report-this.tsx'

/** One working group: what it is for, who is in it, what people gave, what it reported, and how to join. */
export function GroupPage(props: GroupPageProps) {
  const { reader, say, problem, group, stone, isJoinable, errors, may } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={stone ? say('number', { number: group.number }) : <Said lang={group.language}>{group.question}</Said>}
      >
        <p class="fm-row">
          <StateTag
            icon={isJoinable ? (props.mine ? 'agree' : 'now') : 'empty'}
            color={isJoinable ? 'brand1' : 'neutral'}
          >
            {say(isJoinable ? (props.mine ? 'in.state' : 'joinable') : group.closedAt ? 'closed' : 'ended')}
          </StateTag>
          <span class="fm-small">{when(props)}</span>
        </p>
        {isJoinable && !props.mine && !may.isStaff ? (
          <div class="fm-act">
            <ButtonLink href="#take-part">{say('join.title')}</ButtonLink>
          </div>
        ) : null}
      </Head>
      <Columns
        main={
          <>
            <Section id="works-on" title={say('works-on')}>
              {stone ? (
                <HiddenText reader={reader} stone={stone} />
              ) : (
                <>
                  <Prose text={group.worksOn} lang={group.language} />
                  {isSignedIn(reader.actor) ? (
                    <ReportThis
                      reader={reader}
                      thing={{ kind: 'working-group', id: group.id }}
                      about={group.question}
                    />
                  ) : null}
                </>
              )}
            </Section>
            <Given {...props} />
            <Reports {...props} />
            {may.report ? <ReportForm {...props} /> : null}
          </>
        }
        aside={
          <>
            <TakePart {...props} />
            <Who {...props} />
            {may.close ? <Close {...props} /> : null}
          </>
        }
      />
    </>
  )
}

function when({ reader, say, group, isJoinable }: GroupPageProps): string {
  if (group.closedAt) return say('closed-on', { day: reader.time.day(group.closedAt), words: group.closingWords })
  if (!isJoinable) return say('ended-on', { day: reader.time.day(group.endsOn) })
  return say('until', { deadline: `${reader.time.day(group.endsOn)} (${reader.time.left(group.endsOn)})` })
}

function Who({ reader, say, group, named }: GroupPageProps) {
  return (
    <Section id="who" title={say('people')} size="aside">
      <p>{group.size < fewestShown ? say('people-few') : say('people-count', { count: group.size })}</p>
      {named.length === 0 ? (
        <p class="fm-mini">{say('people-none-named')}</p>
      ) : (
        <>
          <p class="fm-mini">{say('people-named')}</p>
          <People
            isColumn
            people={named.map((byline) => ({
              name: byline.name,
              role: byline.shape,
              ...shownAs(reader, byline),
            }))}
          />
        </>
      )}
    </Section>
  )
}
