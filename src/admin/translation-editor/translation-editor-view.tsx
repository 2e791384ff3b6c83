import { redirect } from 'next/navigation'
import type { AdminViewServerProps, CollectionSlug } from 'payload'

import { mayPublish } from '../../access/roles.ts'
import { isStaff } from '../../access/staff.ts'
import { mayTranslateInto } from '../../access/translators.ts'
import { isContentCollection } from '../../content/published-item.ts'
import { isTranslatable } from '../../content/translatable.ts'
import { databaseOf } from '../../database/database.ts'
import { directionOf, endonymOf, isLocale, type Locale } from '../../i18n/locales.ts'
import { shownMessages, translator } from '../../i18n/translator.ts'
import { readTranslation, type Translation } from '../../translation/targets/translation.ts'
import { networkContext, type ViewContext } from '../view-context.ts'
import { ViewFrame } from '../view-frame.tsx'
import type { EditorLanguage } from './editor-setting.ts'
import { fieldLabels } from './field-labels.ts'
import { TranslationEditor } from './translation-editor.tsx'

/** One item on its way into one language: `/translation/:collection/:id/:locale`. */
export async function TranslationEditorView(view: AdminViewServerProps) {
  const { req } = view.initPageResult
  const { payload, user } = req
  if (user === null || !isStaff(user))
    redirect(`/admin/login?redirect=${encodeURIComponent(`/admin/${segmentsOf(view).join('/')}`)}`)
  const context = await networkContext(req)
  const t = translator(context.language, 'translation')
  const [, collection, id, locale] = segmentsOf(view)
  const target = isLocale(locale) ? locale : null
  const crumbs = [
    { label: t('editor.crumb.translations'), url: '/admin/translation' },
    { label: target === null ? t('editor.crumb.unknown') : context.languageName(target) },
  ]
  const isTheirs = target !== null && mayTranslateInto(user, target)
  const translation =
    isTheirs && isTranslatable(collection) && isId(id)
      ? await readTranslation({ collection, id }, target, databaseOf(payload))
      : null
  if (translation === null)
    return (
      <ViewFrame view={view} steps={crumbs}>
        <h1 className="em-title">{t(target === null || isTheirs ? 'editor.none' : 'editor.notYours')}</h1>
        <p className="em-lead">
          {target === null || isTheirs
            ? t('editor.none.lead')
            : t('editor.notYours.lead', { language: context.languageName(target) })}
        </p>
      </ViewFrame>
    )
  const { config } = payload.collections[translation.collection as CollectionSlug]
  return (
    <ViewFrame view={view} steps={crumbs}>
      <TranslationEditor
        key={`${translation.id} ${translation.locale}`}
        translation={translation}
        labels={fieldLabels(config.fields, req.i18n)}
        texts={editorTexts(context.language)}
        language={context.language}
        setting={{
          tag: tagOf(context),
          source: languageOf(translation.sourceLocale, context),
          target: languageOf(translation.locale, context),
          mayApprove: mayPublish(user),
          itemHref: `/admin/collections/${translation.collection}/${translation.id}?locale=${translation.locale}`,
          userName: 'name' in user && typeof user.name === 'string' ? user.name : '',
        }}
        over={overLine(translation, context)}
        previews={isContentCollection(translation.collection) ? ['page', 'mail'] : ['page']}
      />
    </ViewFrame>
  )
}

/** The address behind `/admin`. */
const segmentsOf = ({ params }: AdminViewServerProps): readonly string[] =>
  Array.isArray(params?.segments) ? params.segments : []

const isId = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f-]{36}$/.test(value)

const editorTexts = (language: Locale): Record<string, string> =>
  Object.fromEntries(
    Object.entries(shownMessages(language, 'translation')).filter(
      ([key]) => key.startsWith('editor.') || key.startsWith('state.'),
    ),
  )

/** Latin digits and the Gregorian calendar, as the rest of the admin counts. */
const tagOf = ({ language }: ViewContext): string =>
  `${language === 'en' ? 'en-GB' : language}-u-ca-gregory-nu-latn`

const languageOf = (locale: Locale, { languageName }: ViewContext): EditorLanguage => ({
  locale,
  direction: directionOf(locale),
  name: languageName(locale),
  endonym: endonymOf(locale),
})

function overLine({ collection, sourceLocale, locale, deadline }: Translation, context: ViewContext): string {
  const { language, languageName, day } = context
  const t = translator(language, 'translation')
  const values = {
    kind: translator(language, 'terms')(`kind.${collection}`),
    source: languageName(sourceLocale),
    target: languageName(locale),
  }
  return deadline === null
    ? t('editor.over', values)
    : t('editor.over.due', { ...values, when: day(new Date(deadline)) })
}
