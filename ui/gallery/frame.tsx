import type { Frame } from '../index.ts'

export const frame: Frame = {
  jurisdiction: { name: 'Lindhavn', tagline: 'Town and residents together', href: '#main' },
  banner: (
    <>
      <strong>Lindhavn is a fictional town.</strong> All people, parties and numbers are invented.
    </>
  ),
  nav: [
    { href: '#main', text: 'Our cases', current: true },
    { href: '#main', text: 'What we owe' },
    { href: '#main', text: 'Meetings' },
    { href: '#main', text: 'People' },
    { href: '#main', text: 'The public record' },
  ],
  languages: [
    { lang: 'en', text: 'English', href: '#main', current: true },
    { lang: 'da', text: 'Dansk', href: '#main', current: false },
  ],
  me: {
    name: 'Idris Vane',
    text: 'My page',
    href: '#main',
    role: 'politician',
    news: { count: 4, word: 'unread' },
    signOut: { action: '#main', text: 'Sign out' },
  },
  footer: [
    {
      heading: 'Without a computer',
      lines: ['Call 00 00 00 00 on weekdays from 9 to 15, or come to the library desk, Quay Street 4.'],
    },
    {
      heading: 'Check us',
      links: ['What we owe', 'The public record', 'Open data'].map((text) => ({ href: '#main', text })),
    },
    {
      heading: 'About this site',
      links: ['Accessibility statement', 'Privacy', 'Contact the town clerk'].map((text) => ({
        href: '#main',
        text,
      })),
    },
  ],
  words: {
    skip: 'Skip to main content',
    menu: 'Menu',
    main: 'Main',
    languages: 'Languages',
    crumbs: 'You are here',
    base: 'Lindhavn Town Council · Runs on Folkmoot, open-source software · All times are Copenhagen time',
    error: 'Error:',
    optional: '(not required)',
    charactersMost: 'Up to {n} characters',
    charactersLeft: 'Characters left: {n}',
    charactersOver: 'Characters too many: {n}',
  },
}
