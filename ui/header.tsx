import { ButtonLink } from './button.tsx'
import { Face, initialsOf } from './face.tsx'
import { Form } from './form.tsx'
import type { Frame, FrameAct } from './frame.ts'
import { Icon } from './icon.tsx'
import { LanguageList } from './language-list.tsx'
import { Mark } from './mark.tsx'

export type HeaderProps = { readonly frame: Frame }

/** Whose site this is, where one can go, and who one is. On narrow screens the ways fold into a menu. */
export function Header({ frame }: HeaderProps) {
  const { jurisdiction, languages, me, signIn, words } = frame
  const strip = frame.banner !== undefined || languages.length > 1 || me?.signOut !== undefined
  return (
    <header class="fm-header">
      {strip ? (
        <div class="fm-strip">
          <div class="fm-in fm-strip__in">
            <p>{frame.banner}</p>
            <div class="fm-strip__end">
              {languages.length > 1 ? <LanguageList languages={languages} label={words.languages} /> : null}
              {me?.signOut ? <SignOut act={me.signOut} /> : null}
            </div>
          </div>
        </div>
      ) : null}
      <div class="fm-in fm-bar">
        <a class="fm-brand" href={jurisdiction.href}>
          <Mark />
          <span>
            <strong>{jurisdiction.name}</strong>
            <span>{jurisdiction.tagline}</span>
          </span>
        </a>
        <nav class="fm-nav" aria-label={words.main}>
          <Ways frame={frame} />
        </nav>
        <div class="fm-bar__end">
          {me ? <Me me={me} /> : null}
          {!me && signIn ? (
            <span class="fm-login">
              <ButtonLink variant="secondary" size="sm" href={signIn.href}>
                {signIn.text}
              </ButtonLink>
            </span>
          ) : null}
          <Menu frame={frame} />
        </div>
      </div>
    </header>
  )
}

function Ways({ frame }: HeaderProps) {
  return (
    <ul>
      {frame.nav.map(({ href, text, current }) => (
        <li>
          <a href={href} aria-current={current ? 'true' : undefined}>
            {text}
          </a>
        </li>
      ))}
    </ul>
  )
}

function Me({ me }: { readonly me: NonNullable<Frame['me']> }) {
  return (
    <a class="fm-me" href={me.href}>
      <Face role={me.role ?? 'resident'} initials={initialsOf(me.name)} size="s" />
      <span class="fm-me__name">{me.name}</span>
      {me.news && me.news.count > 0 ? (
        <b class="fm-count">
          {me.news.count} <span class="fm-count__word">{me.news.word}</span>
        </b>
      ) : null}
    </a>
  )
}

function Menu({ frame }: HeaderProps) {
  const { languages, me, signIn, words } = frame
  const own = me ?? signIn
  return (
    <details class="fm-menu">
      <summary>
        <Icon name="menu" />
        <span>{words.menu}</span>
      </summary>
      <nav aria-label={words.menu}>
        <Ways frame={frame} />
        {own ? (
          <ul>
            <li>
              <a href={own.href}>{own.text}</a>
            </li>
          </ul>
        ) : null}
        {languages.length > 1 ? <LanguageList languages={languages} label={words.languages} /> : null}
        {me?.signOut ? <SignOut act={me.signOut} /> : null}
      </nav>
    </details>
  )
}

function SignOut({ act }: { readonly act: FrameAct }) {
  return (
    <Form action={act.action} shape="inline">
      <button type="submit" class="fm-plainbutton">
        {act.text}
      </button>
    </Form>
  )
}
