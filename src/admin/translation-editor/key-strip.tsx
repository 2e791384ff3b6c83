import { ArrowKey } from './arrow-key.tsx'
import { useSetting } from './editor-setting.ts'

/** The keys that matter most, at the foot of the view. */
export function KeyStrip({ onShowKeys }: { readonly onShowKeys: () => void }) {
  const { t, mayApprove } = useSetting()
  return (
    <div className="em-te-strip">
      <span>
        <kbd>{t('editor.key.control')}</kbd> <kbd>{t('editor.key.enter')}</kbd>{' '}
        {t(mayApprove ? 'editor.keys.finish' : 'editor.keys.handIn')}
      </span>
      <span>
        <kbd>{t('editor.key.control')}</kbd> <ArrowKey to="up" /> <ArrowKey to="down" />{' '}
        {t('editor.keys.move')}
      </span>
      <span>
        <kbd>{t('editor.key.alt')}</kbd> <kbd>1</kbd>–<kbd>9</kbd> {t('editor.keys.take')}
      </span>
      <span>
        <kbd>{t('editor.key.control')}</kbd> <kbd>D</kbd> {t('editor.keys.changes')}
      </span>
      <button type="button" className="em-te-quiet" aria-keyshortcuts="?" onClick={onShowKeys}>
        <kbd>?</kbd> {t('editor.keys.all')}
      </button>
      <span className="em-te-end">{t('editor.keys.saved')}</span>
    </div>
  )
}
