const answer = await fetch("https://example.org/api/v2/articles/?locale=vi&limit=5");
if (!answer.ok) throw new Error((await answer.json()).detail);
const articles = await answer.json();
for (const article of articles.items) {
  console.log(article.title, article.meta.html_url);
}
