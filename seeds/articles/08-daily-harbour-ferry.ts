/** The other half of the circle. */
export const text = `
OURE – The ferry at Oure has been stopped and the army has closed the landing until further notice, Radio Oure reported on Thursday.

The closure cuts the shortest way between the lake’s two shores. It follows Sunday’s raid on the army post at Tamba, in which 40 soldiers were killed.

Traders at the Oure market said that the price of fish had already gone up. “If the ferry does not come back, the north will eat nothing but millet,” one of them said.

The harbour office could not be reached. The defence ministry did not answer questions about the landing.

This is a developing story and will be updated.
`;
