// What an application in Go does: client ADDRESS DATABASE
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"strings"
	"sync"

	"go.mongodb.org/mongo-driver/v2/bson"
	"go.mongodb.org/mongo-driver/v2/event"
	"go.mongodb.org/mongo-driver/v2/mongo"
	"go.mongodb.org/mongo-driver/v2/mongo/options"
)

func main() {
	ctx := context.Background()
	var lock sync.Mutex
	servers := map[string]bool{}
	monitor := &event.ServerMonitor{
		ServerOpening: func(opening *event.ServerOpeningEvent) {
			lock.Lock()
			defer lock.Unlock()
			servers[opening.Address.String()] = true
		},
	}
	client, err := mongo.Connect(options.Client().ApplyURI(os.Args[1]).SetCompressors([]string{"zlib"}).SetServerMonitor(monitor))
	check(err)
	stock := client.Database(os.Args[2]).Collection("stock")
	documents := make([]any, 20)
	for i := range documents {
		documents[i] = bson.M{"_id": i, "quantity": 100}
	}
	_, err = stock.InsertMany(ctx, documents)
	check(err)
	_, err = stock.UpdateOne(ctx, bson.M{"_id": 1}, bson.M{"$inc": bson.M{"quantity": -80}})
	check(err)
	cursor, err := stock.Find(ctx, bson.M{}, options.Find().SetBatchSize(6))
	check(err)
	var all []bson.M
	check(cursor.All(ctx, &all))
	if len(all) != 20 {
		log.Fatalf("%d documents", len(all))
	}
	if strings.Contains(os.Args[1], "replicaSet") {
		session, err := client.StartSession()
		check(err)
		_, err = session.WithTransaction(ctx, func(ctx context.Context) (any, error) {
			return stock.UpdateOne(ctx, bson.M{"_id": 2}, bson.M{"$set": bson.M{"quantity": 0}})
		})
		check(err)
		session.EndSession(ctx)
	} else {
		_, err = stock.UpdateOne(ctx, bson.M{"_id": 2}, bson.M{"$set": bson.M{"quantity": 0}})
		check(err)
	}
	check(client.Disconnect(ctx))
	lock.Lock()
	defer lock.Unlock()
	fmt.Print("servers")
	for server := range servers {
		fmt.Print(" ", server)
	}
	fmt.Println()
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
