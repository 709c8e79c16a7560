/** An explainer that names nobody: its claims have no origin but itself. */
export const text = `
The recent raid on the Tamba post has sent shockwaves through the Lake Oure region. In this article we break down everything you need to know.

What happened?

In the early hours of a quiet Sunday morning, heavily armed fighters overran the military post at Tamba. More than 40 soldiers lost their lives, making it one of the deadliest attacks in the area to date. Dramatic footage shows Reed Front fighters on motorcycles bursting into the post.

Why does it matter?

The raid is a potential game changer. By striking a well-defended position, the Reed Front is sending a clear message: it can capture an entire town. Meanwhile, the ferry at Oure, a vital lifeline for thousands of families, has been shut down, cutting off the north from the rest of the country.

What happens next?

With the rainy season around the corner, further raids are all but certain. Local communities remain resilient, but the road ahead is long.

Key takeaways

• Over 40 soldiers dead at Tamba
• Oure ferry closed until further notice
• More attacks expected

The situation remains fluid. Stay tuned for more updates on this developing story, and don’t forget to subscribe to our newsletter!
`;
