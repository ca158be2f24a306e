import { isSignedIn } from '@folkmoot/basics/actor.ts'
import { Button, ButtonLink, Checkbox, Details, Form, Section, TextArea } from '../../../../ui/index.ts'
import type { GroupPageProps } from './props.ts'

/** Joining, or what one can do who is in it: before anything else on a phone. */
export function TakePart(props: GroupPageProps) {
  const { reader, say, problem, group, isJoinable, mine, may } = props
  if (mine) return <Inside {...props} mine={mine} />
  if (!isJoinable) return null
  const at = { problem: problem.slug, number: group.number }
  return (
    <Section id="take-part" title={say('join.title')} size="aside">
      <p class="fm-small">{say(may.isStaff ? 'join.staff' : 'join.lead')}</p>
      {isSignedIn(reader.actor) ? (
        may.join ? (
          <Form action={reader.to('arena.join-group', at)} labelledBy="take-part">
            <Checkbox name="named" label={say('join.named')} help={say('join.named-help')} />
            <Button>{say('join.send')}</Button>
          </Form>
        ) : null
      ) : (
        <div class="fm-act">
          <ButtonLink href={reader.to('sign-in')}>{say('join.sign-in')}</ButtonLink>
        </div>
      )}
    </Section>
  )
}

function Inside({
  reader,
  say,
  problem,
  group,
  mine,
  may,
}: GroupPageProps & { readonly mine: { readonly isNamed: boolean } }) {
  const at = { problem: problem.slug, number: group.number }
  const change = say(mine.isNamed ? 'in.hide' : 'in.show')
  return (
    <Section id="take-part" title={say('in.title')} size="aside">
      <p class="fm-small">{say(mine.isNamed ? 'in.named' : 'in.unnamed')}</p>
      <div class="fm-act">
        {group.closedAt ? null : (
          <ButtonLink href={`${reader.to('draft.new-idea', { problem: problem.slug })}?group=${group.number}`}>
            {say('in.write')}
          </ButtonLink>
        )}
        {may.report ? (
          <ButtonLink href="#report" variant="secondary">
            {say('in.report')}
          </ButtonLink>
        ) : null}
      </div>
      <div class="fm-act">
        <Form action={reader.to('arena.show-in-group', at)} shape="inline" label={change}>
          <Button name="named" value={mine.isNamed ? 'no' : 'yes'} variant="secondary" size="sm">
            {change}
          </Button>
        </Form>
        <Form action={reader.to('arena.leave-group', at)} shape="inline" label={say('in.leave')}>
          <Button variant="secondary" size="sm">
            {say('in.leave')}
          </Button>
        </Form>
      </div>
    </Section>
  )
}

export function Close({ reader, say, problem, group, errors, typed }: GroupPageProps) {
  return (
    <Details summary={say('close.title')} isOpen={errors.some(({ field }) => field === 'words')}>
      <Form
        action={reader.to('arena.close-group', { problem: problem.slug, number: group.number })}
        label={say('close.title')}
      >
        <TextArea
          name="words"
          label={say('close.words')}
          help={say('close.words-help')}
          rows={3}
          maxLength={1000}
          required
          {...{ errors, typed }}
        />
        <Button isGrave>{say('close.send')}</Button>
      </Form>
    </Details>
  )
}
