import { useSetting } from './editor-setting.ts'

/** Names of the two languages above their columns. @param revision of the source. */
export function LanguageHeads({ revision }: { readonly revision: number }) {
  const { t, source, target } = useSetting()
  return (
    <div className="em-te-languages">
      <p>
        <b>{source.name}</b>, {t('editor.source', { number: revision })}
      </p>
      <p dir={target.direction}>
        <b lang={target.locale}>{target.endonym}</b>
        <bdi>{t(`editor.direction.${target.direction}`)}</bdi>
      </p>
    </div>
  )
}
