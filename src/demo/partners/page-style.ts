/** Colours and sizes are those of the public site; nothing is fetched. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --paper: #fbfaf7; --surface: #ffffff; --sand: #f1ece2; --line: #d9d2c4;
  --ink: #12263a; --ink-2: #46566a; --primary: #0b5563; --accent: #9a5210;
  --ok: #2c6e49; --ok-soft: #e0efe6; --info: #24548f; --info-soft: #e2ecf8; --bad: #a3273a; --bad-soft: #f9e1e4;
  --focus: #f2b705;
  --text: "Noto Sans Variable", "Noto Sans", "Noto Sans Arabic", "Segoe UI", Tahoma, Arial, sans-serif;
  --title: "Source Serif 4 Variable", "Source Serif 4", "Noto Serif", "Noto Naskh Arabic", Georgia, serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #0f1b26; --surface: #16242f; --sand: #1d2d3a; --line: #32465a;
    --ink: #eef2f5; --ink-2: #b9c6d2; --primary: #6fc4cf; --accent: #f0b25a;
    --ok: #84cfa2; --ok-soft: #16372a; --info: #9cc3f0; --info-soft: #1a324d; --bad: #f19aa6; --bad-soft: #45202a;
  }
}
* { box-sizing: border-box }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.6 var(--text) }
.frame { max-inline-size: 75rem; margin-inline: auto; padding-inline: clamp(1rem, 4vw, 2.5rem) }
header { padding-block: 2.5rem 1.5rem }
h1, h2, h3 { font-family: var(--title); font-weight: 600; line-height: 1.2; margin: 0 }
h1 { font-size: clamp(2.1rem, 1.6rem + 2vw, 3.35rem) }
h2 { font-size: 1.6rem; margin-block-start: 2rem; padding-block-start: .6rem; border-block-start: 2px solid var(--ink) }
h3 { font-size: 1.25rem }
.lead { max-inline-size: 60ch; color: var(--ink-2); font-size: 1.125rem; margin-block: .75rem 0 }
a { color: var(--primary); text-underline-offset: .2em }
a:focus-visible, summary:focus-visible {
  outline: none; border-radius: 3px;
  box-shadow: 0 0 0 1px var(--ink), 0 0 0 4px var(--focus), 0 0 0 5px var(--ink);
}
nav ul { list-style: none; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem }
nav a { display: inline-flex; gap: .5rem; align-items: baseline; min-block-size: 2.75rem; padding-block: .6rem }
.quiet { color: var(--ink-2); font-size: .875rem }
.columns { display: grid; gap: 2.5rem; grid-template-columns: repeat(auto-fill, minmax(min(100%, 21rem), 1fr)); margin-block: 1.5rem 4rem }
.columns > section { min-inline-size: 0 }
.head { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; justify-content: space-between }
article { padding-block: 1.25rem; border-block-end: 1px solid var(--line) }
.post { overflow-wrap: anywhere }
.post p { margin: 0 0 .75rem }
.post p:first-child { font-family: var(--title); font-size: 1.2rem; line-height: 1.3 }
figure { margin: .5rem 0 .75rem }
img { display: block; inline-size: 100%; block-size: auto; border-radius: 6px; background: var(--sand) }
figcaption { padding-block-start: .35rem }
.removed .post, .removed figure { display: none }
.kind { display: inline-block; font-size: .875rem; font-weight: 600; padding: .05rem .55rem; border-radius: 6px }
.kind-published { color: var(--ok); background: var(--ok-soft) }
.kind-revised { color: var(--info); background: var(--info-soft) }
.kind-withdrawn, .kind-removed { color: var(--bad); background: var(--bad-soft) }
.title { font-family: var(--title); font-size: 1.2rem; line-height: 1.3; margin: .5rem 0 .35rem }
.facts { margin: 0; color: var(--ink-2); font-size: .875rem }
summary { min-block-size: 2.75rem; padding-block: .6rem; cursor: pointer; color: var(--primary); font-size: .875rem }
pre { margin: 0; padding: 1rem; overflow: auto; max-block-size: 24rem; background: var(--sand); border-radius: 6px; font-size: .8125rem; line-height: 1.5 }
footer { padding-block: 2rem }
`
