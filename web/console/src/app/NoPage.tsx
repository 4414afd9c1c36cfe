import { Link } from '@tanstack/react-router';
import { defineWords } from '@/shared/words';

const useWords = defineWords({
  none: ['没有这个页面', 'There is no such page'],
  why: ['地址可能有误，或您的岗位没有这项功能。', 'The address may be wrong, or your role has no such page.'],
  home: ['回到首页', 'Home'],
});

export function NoPage() {
  const t = useWords();
  return (
    <div className="card">
      <h1>{t('none')}</h1>
      <p>{t('why')}</p>
      <Link to="/" className="btn">
        {t('home')}
      </Link>
    </div>
  );
}
